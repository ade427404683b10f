'use client';

import type { FlinksClient } from '@flinks-kit/core';
import { createContext, useContext } from 'react';
import type { FlinksLabels } from '../labels/labels.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** The provider's client, locale, labels and time zone. Throws outside a `FlinksProvider`. */
export function useFlinks(): FlinksContextValue {
  const value = useContext(FlinksContext);
  if (value) return value;
  // How to write it is for developers, so a production bundle does not carry it.
  throw new Error(
    `flinks-kit: no FlinksProvider above.${
      process.env.NODE_ENV === 'production'
        ? ''
        : ' Wrap the app in <FlinksProvider endpoint="/api/flinks" userId={…}>.'
    }`,
  );
}

/** Result of `useFlinks`. */
export interface FlinksContextValue {
  readonly client: FlinksClient;
  /** BCP 47. Numbers, dates and the language of the widget follow it. */
  readonly locale: string;
  readonly labels: FlinksLabels;
  /** IANA name; `undefined` means the user's own. */
  readonly timeZone: string | undefined;
  /** The address of a bank's logo; `undefined` where the app has none. */
  readonly institutionLogo: InstitutionLogoResolver | undefined;
  /** The provider's, for warnings during development. */
  readonly onWarning: ((message: string) => void) | undefined;
}

/**
 * The address of a bank's logo (`/logos/td.svg`), or nothing where there is none. Keep it fast: it runs at each render of a
 * logo.
 */
export type InstitutionLogoResolver = (institution: {
  /** Flinks' name of the institution (`FlinksCapital`); `null` while unknown. */
  readonly institution: string | null;
  /** The name that people read. */
  readonly name: string;
}) => string | null | undefined;

/** Filled by `FlinksProvider`. */
export const FlinksContext = createContext<FlinksContextValue | null>(null);
