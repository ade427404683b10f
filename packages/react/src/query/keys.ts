import type { FlinksClient } from '@flinks-kit/core';

/**
 * Where the kit keeps what it read. Every key begins with the client's scope, so two users or two endpoints never
 * share a cache; each is a prefix of those below it, so invalidating `connections` reaches everything.
 */
export const flinksKeys = {
  all: (client: Scoped) => ['flinks-kit', client.scope ?? 'default'] as const,
  connections: (client: Scoped) => [...flinksKeys.all(client), 'connections'] as const,
  connection: (client: Scoped, connectionId: string | undefined) =>
    [...flinksKeys.connections(client), connectionId ?? null] as const,
  accounts: (client: Scoped, connectionId: string | undefined) =>
    [...flinksKeys.connection(client, connectionId), 'accounts'] as const,
};

type Scoped = Pick<FlinksClient, 'scope'>;
