'use client';

import type { Connection } from '@flinks-kit/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { connectionsQueryOptions } from '../query/connectionsQueryOptions.ts';
import type { FlinksQueryConfig } from '../query/FlinksQueryConfig.ts';
import { withConfig } from '../query/withConfig.ts';

/** The user's connections, as a TanStack result. Asks again only while one of them is under way. */
export function useConnections<Data = readonly Connection[]>(
  config: FlinksQueryConfig<readonly Connection[], Data> = {},
): UseQueryResult<Data> {
  const { client } = useFlinks();
  return useQuery(withConfig(connectionsQueryOptions(client), config));
}
