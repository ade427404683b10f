import {
  type MutationFilters,
  type MutationKey,
  useMutation,
  type UseMutationOptions,
  type UseMutationResult,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query';

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

/** A mutation that its key finds, with how to take it back while it is held. */
export function useHeldMutation<Data, Variables>(
  options: UseMutationOptions<Data, Error, Variables> & { readonly mutationKey: MutationKey },
): UseMutationResult<Data, Error, Variables> & Pick<Change, 'takeBack'> {
  const mutation = useMutation(options);
  const takeBack = useHeldChange({ mutationKey: options.mutationKey });
  return {
    ...mutation,
    takeBack:
      takeBack &&
      (() => {
        takeBack();
        mutation.reset();
      }),
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
