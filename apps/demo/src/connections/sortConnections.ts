import type { Connection } from '@flinks-kit/react';

/** The bank that pays the rent first, then the newest. */
export function sortConnections(
  connections: readonly Connection[],
  rentFrom: string | undefined,
): readonly Connection[] {
  return connections.toSorted(
    (one, other) =>
      Number(other.id === rentFrom) - Number(one.id === rentFrom) ||
      other.createdAt.localeCompare(one.createdAt),
  );
}
