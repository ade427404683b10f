'use client';

import type { DeletionOutcome } from '@flinks-kit/core';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { type ConnectionVariables, deleteConnectionMutationOptions } from '../query/mutations.ts';

/** Deletes a connection and its data: `mutate({ connectionId })`. It leaves every list of the page. */
export function useDeleteConnection(): UseMutationResult<DeletionOutcome, Error, ConnectionVariables> {
  const { client } = useFlinks();
  return useMutation(deleteConnectionMutationOptions(client, useQueryClient()));
}
