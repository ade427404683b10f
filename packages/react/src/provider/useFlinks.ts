'use client';

import type { FlinksClient } from '@flinks-kit/core';
import { createContext, useContext } from 'react';
import type { FlinksLabels } from '../labels/labels.ts';

/** What the provider holds. Throws outside a `FlinksProvider`. */
export function useFlinks(): FlinksContextValue {
  const surroundings = useContext(FlinksContext);
  if (surroundings) return surroundings;
  throw new Error(
    'flinks-kit: no provider above, so no server. Wrap the app in <FlinksProvider endpoint="/api/flinks">.',
  );
}

/** What `useFlinks` gives. */
export interface FlinksContextValue {
  readonly client: FlinksClient;
  /** BCP 47. Numbers, dates and the language of the widget follow it. */
  readonly locale: string;
  readonly labels: FlinksLabels;
  /** IANA name; `undefined` means the person's own. */
  readonly timeZone: string | undefined;
}

/** Filled by `FlinksProvider`. */
export const FlinksContext = createContext<FlinksContextValue | null>(null);
