'use client';

import { listenToPage } from '@flinks-kit/core';
import { QueryClientContext, type QueryKey } from '@tanstack/react-query';
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
    const own = allKey({ scope, userId });
    const isForeign = (key: QueryKey | undefined): boolean =>
      key?.[0] === own[0] && key[1] === own[1] && key[2] !== userId;
    const queries = queryClient.getQueryCache();
    const mutations = queryClient.getMutationCache();

    const removeForeign = ({ type }: { readonly type: string }): void => {
      if (type !== 'added') return;
      queries.getAll().forEach((query) => isForeign(query.queryKey) && queries.remove(query));
      mutations
        .getAll()
        .forEach((mutation) => isForeign(mutation.options.mutationKey) && mutations.remove(mutation));
    };
    const readAgain = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void queryClient.resetQueries({ queryKey: own });
    };

    removeForeign({ type: 'added' });
    const stops = [
      queries.subscribe(removeForeign),
      mutations.subscribe(removeForeign),
      listenToPage('pageshow', readAgain),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queryClient, scope, userId]);
}
