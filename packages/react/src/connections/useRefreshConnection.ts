'use client';

import type { RefreshOutcome } from '@flinks-kit/core';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { refreshConnectionMutationOptions } from '../query/refreshConnectionMutationOptions.ts';

/** Asks the bank anew: `mutate(connectionId)`. Where `data.status` is `action-required`, only the person can go on. */
export function useRefreshConnection(): UseMutationResult<RefreshOutcome, Error, string> {
  const { client } = useFlinks();
  return useMutation(refreshConnectionMutationOptions(client, useQueryClient()));
}
