import type { Connection, DuplicateConnection } from '@flinks-kit/core';

/**
 * The duplicates that a connection's card shows. Of two connections only the card of the later one shows it, so that a
 * list shows it once; one that is being deleted is no duplicate any more.
 */
export function listDuplicates(
  { createdAt, duplicates }: Connection,
  connections: readonly Connection[] | undefined,
): readonly Duplicate[] {
  return duplicates
    .map((duplicate) => ({
      ...duplicate,
      other: connections?.find(({ id }) => id === duplicate.connectionId),
    }))
    .filter(
      ({ other }) =>
        other === undefined || (other.createdAt <= createdAt && other.health.status !== 'deleting'),
    );
}

/** A duplicate, with the other connection where it is known. */
export interface Duplicate extends DuplicateConnection {
  readonly other: Connection | undefined;
}
