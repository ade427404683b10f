'use client';

import { createFlinksClient, type FlinksClient } from '@flinks-kit/core';
import { type ReactElement, type ReactNode, useEffect, useMemo } from 'react';
import {
  checkClient,
  checkLabels,
  checkPropNames,
  checkProps,
  checkTexts,
  watchContentSecurityPolicy,
} from '../development/diagnostics.ts';
import { normalizeLocale, normalizeTimeZone } from '../format/hostSettings.ts';
import type { FlinksLabels } from '../labels/labels.ts';
import { useUserCache } from '../query/useUserCache.ts';
import { FlinksContext, type InstitutionLogoResolver } from './useFlinks.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * Provides the client, language and texts to the hooks and components below it. `endpoint` is where the app's own
 * server mounted `createFlinksServer`, and `userId` the signed-in user, whose data the query cache then keeps apart;
 * `client` is anything with the same methods, a fake included, and carries its own `userId`.
 *
 * @throws FlinksKitError (`invalid-option`) during development, with a sentence about what to write.
 *
 * @example
 * <FlinksProvider endpoint="/api/flinks" userId={user?.id ?? null} locale="fr-CA" labels={frCA} timeZone="America/Toronto">
 *   <App />
 * </FlinksProvider>
 */
export function FlinksProvider(props: FlinksProviderProps): ReactElement {
  const {
    endpoint,
    userId,
    client: given,
    labels,
    children,
    onWarning,
    institutionLogo,
    locale,
    timeZone,
  } = props;
  if (process.env.NODE_ENV !== 'production') {
    checkProps(props);
    checkClient(given, endpoint);
  }
  const client = useMemo(
    () => (given ? given : createFlinksClient({ endpoint, userId })),
    [given, endpoint, userId],
  );
  const value = useMemo(
    () => ({
      client,
      locale: normalizeLocale(locale) ?? 'en',
      labels: labels ?? {},
      timeZone: normalizeTimeZone(timeZone),
      institutionLogo,
      onWarning,
    }),
    [client, locale, labels, timeZone, institutionLogo, onWarning],
  );
  useUserCache(client);

  if (process.env.NODE_ENV !== 'production') {
    // oxlint-disable-next-line react/rules-of-hooks -- the condition is a constant of the bundle
    useEffect(() => {
      checkPropNames(props, everyProp, onWarning);
      checkLabels(value.labels, onWarning);
      const hasLabels = labels !== undefined;
      checkTexts({ locale: props.locale, timeZone: props.timeZone, hasLabels, onWarning }, value);
    });
    // oxlint-disable-next-line react/rules-of-hooks -- the condition is a constant of the bundle
    useEffect(() => watchContentSecurityPolicy(onWarning), [onWarning]);
  }

  return <FlinksContext.Provider value={value}>{children}</FlinksContext.Provider>;
}

/** Props of `FlinksProvider`: an `endpoint` with a `userId`, or a `client`, never both. */
export type FlinksProviderProps = FlinksLocaleProps & {
  readonly children?: ReactNode;
  /** Where the logos of banks are, by your own files; without one a bank has its initials. */
  readonly institutionLogo?: InstitutionLogoResolver | undefined;
  /** Called once for each mistake that the kit finds during development; `console.warn` by default. */
  readonly onWarning?: ((message: string) => void) | undefined;
} & (
    | {
        /** The server's `endpoint`: a path of this origin (`/api/flinks`) or a whole address. */
        readonly endpoint: string;
        /**
         * The signed-in user; `null` while no user is signed in, and then nothing is read. A part of cache keys and never
         * a credential: the server takes the user from its own `identify` alone.
         */
        readonly userId: string | null;
        readonly client?: undefined;
      }
    | { readonly client: FlinksClient; readonly endpoint?: undefined; readonly userId?: undefined }
  );

/** The language, words and time zone of what the kit shows. */
export interface FlinksLocaleProps {
  /**
   * BCP 47; `'en'` by default. Other spellings of hosts (`fr_CA`, `en-US@posix`) are understood; what is no language
   * falls back to `'en'`, with a warning during development.
   */
  readonly locale?: string | undefined;
  /** Texts in another language or with other words; `frCA` is included. */
  readonly labels?: FlinksLabels | undefined;
  /** IANA name; the user's own by default. Give one when the server renders too, so that both print the same dates. */
  readonly timeZone?: string | undefined;
}

const everyProp = {
  endpoint: true,
  userId: true,
  client: true,
  locale: true,
  labels: true,
  timeZone: true,
  institutionLogo: true,
  onWarning: true,
  children: true,
} satisfies Record<keyof FlinksProviderProps, true>;
