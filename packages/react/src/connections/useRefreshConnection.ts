'use client';

import type { RefreshOutcome } from '@flinks-kit/core';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { type ConnectionVariables, refreshConnectionMutationOptions } from '../query/mutations.ts';

/**
 * Asks the bank for current data: `mutate({ connectionId })`. Where `data.status` is `action-required`, only the user
 * can continue.
 */
export function useRefreshConnection(): UseMutationResult<RefreshOutcome, Error, ConnectionVariables> {
  const { client } = useFlinks();
  return useMutation(refreshConnectionMutationOptions(client, useQueryClient()));
}
