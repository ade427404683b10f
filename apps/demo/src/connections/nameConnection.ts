import type { Connection } from '@flinks-kit/react';

/** The bank's name; with the ends of its account numbers where another connection has the same name. */
export function nameConnection(connection: Connection, connections: readonly Connection[]): string | null {
  const name = bankName(connection);
  const isAmbiguous = connections.filter((other) => bankName(other) === name).length > 1;
  const masks = (connection.accounts ?? []).flatMap(({ mask }) => mask?.replaceAll(' ', '\u00a0') ?? []);
  return isAmbiguous && masks.length > 0 ? `${name} (${masks.join(', ')})` : name;
}

function bankName({ institutionName, institution }: Connection): string | null {
  return institutionName ?? institution;
}
