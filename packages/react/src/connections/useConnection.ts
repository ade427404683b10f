'use client';

import type { Connection } from '@flinks-kit/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { connectionQueryOptions } from '../query/connectionQueryOptions.ts';
import type { FlinksQueryConfig } from '../query/FlinksQueryConfig.ts';
import { withConfig } from '../query/withConfig.ts';

/** One connection with its health, as a TanStack result; `undefined` waits. */
export function useConnection<Data = Connection>(
  connectionId: string | undefined,
  config: FlinksQueryConfig<Connection, Data> = {},
): UseQueryResult<Data> {
  const { client } = useFlinks();
  return useQuery(withConfig(connectionQueryOptions(client, connectionId), config));
}
