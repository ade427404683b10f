import { type MutationFilters, useMutationState, useQueryClient } from '@tanstack/react-query';

/**
 * A change that TanStack holds back while the browser is offline: `null`, or how to take it back before it is sent. Found
 * in the cache and not in a hook's state, so that the page that started it may be left meanwhile.
 */
export function useHeldChange(filters: MutationFilters): (() => void) | null {
  const cache = useQueryClient().getMutationCache();
  const held: MutationFilters = {
    ...filters,
    status: 'pending',
    predicate: (mutation) => mutation.state.isPaused && (filters.predicate?.(mutation) ?? true),
  };
  if (useMutationState({ filters: held, select: () => true }).length === 0) return null;
  return () => {
    for (const mutation of cache.findAll(held)) cache.remove(mutation);
  };
}

/** A change as a component shows it. */
export interface Change {
  readonly isError: boolean;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly mutate: () => void;
  /** While it waits for the network: it is not sent at all. */
  readonly takeBack: (() => void) | null;
}
