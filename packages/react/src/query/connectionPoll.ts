import type { Connection } from '@flinks-kit/core';

/** How long to wait before looking at connections again: ten seconds while one is under way, else not at all. */
export function connectionsPoll(connections: readonly Connection[]): number | false {
  const underWay = connections.some(
    ({ health }) => health.status === 'pending' || health.status === 'deleting',
  );
  return underWay && pollEvery;
}

// Flinks' own rhythm for what is not ready yet (contract: api.md 3.3).
const pollEvery = 10_000;
