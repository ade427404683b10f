'use client';

import { type Mutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { ConnectionVariables } from '../query/mutations.ts';

/**
 * The change of one kind that a connection waits for, on its way or held back by TanStack while the browser is offline.
 * Found in the cache and not in a hook's state, so that it outlives the component that started it.
 */
export function usePendingChange(mutationKey: readonly unknown[], connectionId: string): PendingChange {
  const cache = useQueryClient().getMutationCache();
  const predicate = ({ options, state }: Mutation): boolean =>
    // What a persister restored without a function is never sent, so nothing waits for it.
    options.mutationFn !== undefined && isAbout(state.variables, connectionId);
  const filters = { mutationKey, status: 'pending', predicate } as const;
  const pausedOnes = useMutationState({ filters, select: ({ state }) => state.isPaused });
  return {
    isPending: pausedOnes.length > 0,
    hasStarted: () => cache.find(filters) !== undefined,
    cancel: pausedOnes.includes(true)
      ? () => {
          for (const mutation of cache.findAll(filters)) {
            if (mutation.state.isPaused) cache.remove(mutation);
          }
        }
      : null,
  };
}

/** A change of a connection that has not ended. */
export interface PendingChange {
  readonly isPending: boolean;
  /** Whether it is pending now: a second press comes before React has rendered the first. */
  readonly hasStarted: () => boolean;
  /** Takes it back before it is sent; `null` unless it waits for the network. */
  readonly cancel: (() => void) | null;
}

function isAbout(variables: unknown, connectionId: string): variables is ConnectionVariables {
  return (
    typeof variables === 'object' &&
    variables !== null &&
    'connectionId' in variables &&
    variables.connectionId === connectionId
  );
}
