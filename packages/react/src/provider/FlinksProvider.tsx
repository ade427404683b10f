'use client';

import { createFlinksClient, type FlinksClient } from '@flinks-kit/core';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { FlinksLabels } from '../labels/labels.ts';
import { FlinksContext } from './useFlinks.ts';

/**
 * Gives the hooks and components below it their client, language and texts. `endpoint` is where the app's own
 * server mounted `createFlinksServer`; `client` is anything that speaks for it, a fake included.
 *
 * @example
 * <FlinksProvider endpoint="/api/flinks" locale="fr-CA" labels={frCA} timeZone="America/Toronto">
 *   <App />
 * </FlinksProvider>
 */
export function FlinksProvider(props: FlinksProviderProps): ReactElement {
  const { endpoint, client: given, locale = 'en', labels = noLabels, timeZone, children } = props;
  const client = useMemo(() => given ?? createFlinksClient({ endpoint }), [given, endpoint]);
  const value = useMemo(() => ({ client, locale, labels, timeZone }), [client, locale, labels, timeZone]);
  return <FlinksContext.Provider value={value}>{children}</FlinksContext.Provider>;
}

/** Props of `FlinksProvider`: an `endpoint` or a `client`, never both. */
export type FlinksProviderProps = FlinksTexts & {
  readonly children?: ReactNode;
} & (
    | { readonly endpoint: string; readonly client?: undefined }
    | { readonly client: FlinksClient; readonly endpoint?: undefined }
  );

interface FlinksTexts {
  /** BCP 47; `'en'` by default. */
  readonly locale?: string | undefined;
  /** Texts in another language or with other words; `frCA` is built. */
  readonly labels?: FlinksLabels | undefined;
  /** IANA name. Give one when the server renders too, so that both print the same dates. */
  readonly timeZone?: string | undefined;
}

const noLabels: FlinksLabels = {};
