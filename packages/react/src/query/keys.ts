import type { FlinksClient } from '@flinks-kit/core';

/**
 * Where the kit keeps what it read. Every key begins with the client's scope, so two users or two endpoints never
 * share a cache; each is a prefix of those below it, so invalidating `connections` reaches everything.
 */
export const flinksKeys = {
  all: allKey,
  connections: connectionsKey,
  connection: (client: Scoped, connectionId: string | undefined) =>
    [...connectionsKey(client), connectionId ?? null] as const,
  accounts: (client: Scoped, connectionId: string | undefined) =>
    [...flinksKeys.connection(client, connectionId), 'accounts'] as const,
  /** Of the mutation, not of a query: a list tells what the last removal came to. */
  deletions: (client: Scoped) => [...allKey(client), 'deletions'] as const,
};

/** The list of connections. Apart, since the hook needs this one and should not carry the others. */
export function connectionsKey(client: Scoped): readonly ['flinks-kit', string, 'connections'] {
  return [...allKey(client), 'connections'];
}

function allKey(client: Scoped): readonly ['flinks-kit', string] {
  return ['flinks-kit', client.scope ?? 'default'];
}

type Scoped = Pick<FlinksClient, 'scope'>;
