'use client';

import type { Connection } from '@flinks-kit/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { connectionQueryOptions } from '../query/connections.ts';
import { type FlinksQueryConfig, withConfig } from '../query/queryConfig.ts';

/** One connection with its health, as a TanStack result; idle while the id is `undefined` or empty. */
export function useConnection<Data = Connection>(
  connectionId: string | undefined,
  config: FlinksQueryConfig<Connection, Data> = {},
): UseQueryResult<Data> {
  const { client } = useFlinks();
  return useQuery(withConfig(connectionQueryOptions(client, connectionId), config));
}
