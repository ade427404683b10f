'use client';

import type { RemovalOutcome } from '@flinks-kit/core';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useFlinks } from '../FlinksProvider.tsx';
import { removeConnectionMutationOptions } from '../query/removeConnectionMutationOptions.ts';

/** Deletes a connection and its data: `mutate(connectionId)`. It leaves every list of the page. */
export function useRemoveConnection(): UseMutationResult<RemovalOutcome, Error, string, () => void> {
  const { client } = useFlinks();
  return useMutation(removeConnectionMutationOptions(client, useQueryClient()));
}
