'use client';

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
    const ofAllUsers = own.slice(0, 2);
    const isForeign = (key: QueryKey | undefined): boolean => key?.[2] !== userId;
    const mutations = queryClient.getMutationCache();

    const removeForeign = ({ type }: { readonly type: string }): void => {
      if (type !== 'added') return;
      // Removing a query cancels its request; a paused mutation that is removed is never sent.
      queryClient.removeQueries({ queryKey: ofAllUsers, predicate: ({ queryKey }) => isForeign(queryKey) });
      mutations
        .findAll({ mutationKey: ofAllUsers, predicate: ({ options }) => isForeign(options.mutationKey) })
        .forEach((mutation) => mutations.remove(mutation));
    };
    const readAgain = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void queryClient.resetQueries({ queryKey: own });
    };

    removeForeign({ type: 'added' });
    const stopQueries = queryClient.getQueryCache().subscribe(removeForeign);
    const stopMutations = mutations.subscribe(removeForeign);
    window.addEventListener('pageshow', readAgain);
    return () => {
      stopQueries();
      stopMutations();
      window.removeEventListener('pageshow', readAgain);
    };
  }, [queryClient, scope, userId]);
}
