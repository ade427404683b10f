'use client';

import type { Connection } from '@flinks-kit/core';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useFlinks } from '../FlinksProvider.tsx';
import {
  type ScheduledRefreshChange,
  scheduledRefreshMutationOptions,
} from '../query/scheduledRefreshMutationOptions.ts';

/** Turns nightly refresh on or off: `mutate({ connectionId, enabled })`. The switch moves at once. */
export function useScheduledRefresh(): UseMutationResult<
  Connection,
  Error,
  ScheduledRefreshChange,
  () => void
> {
  const { client } = useFlinks();
  return useMutation(scheduledRefreshMutationOptions(client, useQueryClient()));
}
