import type { ConnectLanguage, FlinksClient, Institution } from '@flinks-kit/core';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { selectAll } from './connections.ts';
import { flinksKeys } from './keys.ts';
import { requireMethod } from './requireMethod.ts';
import { retryPolicy, withAppRetry } from './retryPolicy.ts';

/**
 * The banks that Flinks can connect, in order of name, for a picker before the widget. Read once a day; idle while no user
 * is signed in. Fails with `feature-off` where the server's option `institutions` is off.
 */
export function institutionsQueryOptions(client: FlinksClient, language: ConnectLanguage) {
  return queryOptions({
    queryKey: flinksKeys.institutions(client, language),
    queryFn:
      client.userId === null
        ? skipToken
        : ({ signal, client: queryClient, queryKey }) =>
            withAppRetry(
              queryClient,
              queryKey,
              requireMethod(client, 'listInstitutions').call(client, language, { signal }),
            ),
    staleTime: 24 * 60 * 60_000,
    retry: retryPolicy,
    select: selectAll<readonly Institution[]>,
  });
}
