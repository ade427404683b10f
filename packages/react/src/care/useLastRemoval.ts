'use client';

import type { RemovalOutcome } from '@flinks-kit/core';
import { useMutationState } from '@tanstack/react-query';
import { useState } from 'react';
import { useFlinks } from '../FlinksProvider.tsx';
import { flinksKeys } from '../query/keys.ts';

/** What the last removal came to, since this component is on the page. */
export function useLastRemoval(): RemovalOutcome | undefined {
  const { client } = useFlinks();
  const [since] = useState(() => Date.now());
  return useMutationState<RemovalOutcome>({
    filters: {
      mutationKey: flinksKeys.removals(client),
      status: 'success',
      predicate: ({ state }) => state.submittedAt >= since,
    },
    // The mutations under this key are `removeConnectionMutationOptions` alone.
    select: ({ state }) => state.data as RemovalOutcome,
  }).at(-1);
}
