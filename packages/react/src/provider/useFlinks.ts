'use client';

import type { FlinksClient } from '@flinks-kit/core';
import { createContext, useContext } from 'react';
import type { FlinksLabels } from '../labels/labels.ts';

/** The provider's client, locale, labels and time zone. Throws outside a `FlinksProvider`. */
export function useFlinks(): FlinksContextValue {
  const value = useContext(FlinksContext);
  if (value) return value;
  throw new Error(
    'flinks-kit: no provider above, so no server. Wrap the app in <FlinksProvider endpoint="/api/flinks" userId={…}>.',
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
  /** The provider's, for warnings during development. */
  readonly onWarning: ((message: string) => void) | undefined;
}

/** Filled by `FlinksProvider`. */
export const FlinksContext = createContext<FlinksContextValue | null>(null);
