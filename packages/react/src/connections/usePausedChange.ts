'use client';

import { useMutationState, useQueryClient } from '@tanstack/react-query';
import type { ConnectionVariables } from '../query/mutations.ts';

/**
 * A change of one connection that TanStack holds back while the browser is offline: `null`, or how to take it back
 * before it is sent. Found in the cache and not in a hook's state, so that it outlives the component that started it.
 */
export function usePausedChange(mutationKey: readonly unknown[], connectionId: string): (() => void) | null {
  const cache = useQueryClient().getMutationCache();
  const isPaused = useMutationState({
    filters: {
      mutationKey,
      status: 'pending',
      predicate: ({ state }) => state.isPaused && isAbout(state.variables, connectionId),
    },
    select: () => true,
  });
  if (isPaused.length === 0) return null;
  return () => {
    for (const mutation of cache.findAll({ mutationKey, status: 'pending' })) {
      const { isPaused: waits, variables } = mutation.state;
      if (waits && isAbout(variables, connectionId)) cache.remove(mutation);
    }
  };
}

function isAbout(variables: unknown, connectionId: string): variables is ConnectionVariables {
  return (
    typeof variables === 'object' &&
    variables !== null &&
    'connectionId' in variables &&
    variables.connectionId === connectionId
  );
}
