'use client';

import type { DeletionOutcome } from '@flinks-kit/core';
import { useMutationState } from '@tanstack/react-query';
import { useState } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { flinksKeys } from '../query/keys.ts';

/** The outcome of the last deletion that was started since this component was mounted. */
export function useLastDeletion(): DeletionOutcome | undefined {
  const { client } = useFlinks();
  const [mountedAt] = useState(() => Date.now());
  return useMutationState<DeletionOutcome | undefined>({
    filters: {
      mutationKey: flinksKeys.deletions(client),
      status: 'success',
      predicate: ({ state }) => state.submittedAt >= mountedAt,
    },
    select: ({ state }) => (isOutcome(state.data) ? state.data : undefined),
  }).at(-1);
}

function isOutcome(data: unknown): data is DeletionOutcome {
  return typeof data === 'object' && data !== null && 'status' in data;
}
