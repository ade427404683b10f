import type { Connection } from '@flinks-kit/core';

/** How long to wait before looking at connections again: a moment while one is under way, else not at all. */
export function connectionsPoll(connections: readonly Connection[]): number | false {
  const underWay = connections.some(
    ({ health }) => health.status === 'pending' || health.status === 'deleting',
  );
  return underWay && pollEvery;
}

/**
 * Somebody who comes back to a tab sees what another tab changed, also where an app keeps its data fresh for longer:
 * a connection that was deleted there is not to be offered here.
 */
export const whenLookedAt = { refetchOnWindowFocus: 'always' } as const;

// A person watches. Only our server is asked; Flinks is asked in its own rhythm, however often that is.
const pollEvery = 5_000;
