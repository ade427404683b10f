'use client';

import type { Connection } from '@flinks-kit/core';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { type NightlyRefreshChange, nightlyRefreshMutationOptions } from '../query/mutations.ts';

/** Turns nightly refresh on or off: `mutate({ connectionId, enabled })`. */
export function useNightlyRefresh(): UseMutationResult<Connection, Error, NightlyRefreshChange> {
  const { client } = useFlinks();
  return useMutation(nightlyRefreshMutationOptions(client, useQueryClient()));
}
