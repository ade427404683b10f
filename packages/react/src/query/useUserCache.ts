'use client';

import { listen } from '@flinks-kit/core';
import { type Query, QueryClientContext } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import { allKey, type KeyOwner } from './keys.ts';

/**
 * Keeps in the query cache what belongs to the client's user. When the user changes, the former user's queries and
 * mutations are cancelled and removed; so is what a persister restores of another user later. A page that the browser
 * restores from its back-forward cache reads everything again: another user may have signed in meanwhile.
 *
 * A client that names no user (`userId` undefined) leaves the cache alone. Two users at once need two scopes.
 */
export function useUserCache({ scope, userId }: KeyOwner): void {
  const queryClient = useContext(QueryClientContext);
  useEffect(() => {
    if (queryClient === undefined || userId === undefined) return undefined;
    // Of all users of this back end.
    const queryKey = allKey({ scope, userId }).slice(0, 2);
    const queries = queryClient.getQueryCache();
    const mutations = queryClient.getMutationCache();

    const removeForeign = ({ type, query: added }: CacheEvent): void => {
      // A query that waits for its first response was not restored: `startTransition` prepares the next user's page so.
      if (type !== 'added' || added?.state.status === 'pending') return;
      queries.findAll({ queryKey }).forEach((query) => query.queryKey[2] !== userId && queries.remove(query));
      mutations
        .findAll({ mutationKey: queryKey })
        .forEach((mutation) => mutation.options.mutationKey?.[2] !== userId && mutations.remove(mutation));
    };

    removeForeign({ type: 'added' });
    const stops = [
      queries.subscribe(removeForeign),
      mutations.subscribe(removeForeign),
      listen('pageshow', ({ persisted }) => {
        if (persisted) void queryClient.resetQueries({ queryKey });
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [scope, userId, queryClient]);
}

/** Of the cache of queries, or of mutations. */
interface CacheEvent {
  readonly type: string;
  readonly query?: Query;
}
