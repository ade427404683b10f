'use client';

import { type QueryClient, QueryClientContext, type QueryKey } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import { allKey, type KeyOwner } from './keys.ts';

/**
 * Keeps in the query cache what belongs to the client's user. When the user changes, the former user's queries and
 * mutations are cancelled and removed; so is what a persister restores of another user later. A page that the browser
 * restores from its back-forward cache reads everything again: another user may have signed in meanwhile.
 *
 * A client that names no user (`userId` undefined) leaves the cache alone.
 */
export function useUserCache({ scope, userId }: KeyOwner): void {
  const queryClient = useContext(QueryClientContext);
  useEffect(() => {
    if (queryClient === undefined || userId === undefined) return undefined;
    const own = allKey({ scope, userId });
    const isForeign = (key: QueryKey | undefined): boolean =>
      key?.[0] === own[0] && key[1] === own[1] && key[2] !== own[2];
    removeForeign(queryClient, isForeign);

    const queries = queryClient.getQueryCache();
    const mutations = queryClient.getMutationCache();
    const stopQueries = queries.subscribe(({ type, query }) => {
      if (type === 'added' && isForeign(query.queryKey) && !query.isActive()) queries.remove(query);
    });
    const stopMutations = mutations.subscribe(({ type, mutation }) => {
      if (type === 'added' && isForeign(mutation.options.mutationKey)) mutations.remove(mutation);
    });
    const readAgain = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void queryClient.resetQueries({ queryKey: own });
    };
    window.addEventListener('pageshow', readAgain);
    return () => {
      stopQueries();
      stopMutations();
      window.removeEventListener('pageshow', readAgain);
    };
  }, [queryClient, scope, userId]);
}

function removeForeign(queryClient: QueryClient, isForeign: (key: QueryKey | undefined) => boolean): void {
  const mutations = queryClient.getMutationCache();
  // Removing a query cancels its request; a paused mutation that is removed is never sent.
  queryClient.removeQueries({ predicate: ({ queryKey }) => isForeign(queryKey) });
  for (const mutation of mutations.getAll()) {
    if (isForeign(mutation.options.mutationKey)) mutations.remove(mutation);
  }
}
