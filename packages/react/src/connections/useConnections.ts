'use client';

import type { Connection } from '@flinks-kit/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { connectionsQueryOptions } from '../query/connections.ts';
import { type FlinksQueryConfig, withConfig } from '../query/queryConfig.ts';

/** The user's connections, as a TanStack result. Polls only while one of them is being updated or deleted. */
export function useConnections<Data = readonly Connection[]>(
  config: FlinksQueryConfig<readonly Connection[], Data> = {},
): UseQueryResult<Data> {
  const { client } = useFlinks();
  return useQuery(withConfig(connectionsQueryOptions(client), config));
}
