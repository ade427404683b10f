/**
 * The query keys of the kit. Each is a prefix of those below it, so invalidating `connections` reaches everything. All
 * begin with the client's `scope` and `userId`: two back ends on one page, and two users of one tab, share no entry.
 */
export const flinksKeys = {
  all: allKey,
  connections: connectionsKey,
  connection: (client: KeyOwner, connectionId: string | undefined) =>
    [...connectionsKey(client), connectionId ?? null] as const,
  accounts: (client: KeyOwner, connectionId: string | undefined) =>
    [...flinksKeys.connection(client, connectionId), 'accounts'] as const,
  institutions: (client: KeyOwner, language: string) =>
    [...allKey(client), 'institutions', language] as const,
  /** Mutation key of deletions: a list shows the outcome of the last one. */
  deletions: (client: KeyOwner) => [...allKey(client), 'deletions'] as const,
  /** Mutation key of refreshes. */
  refreshes: (client: KeyOwner) => [...allKey(client), 'refreshes'] as const,
  /** Mutation key of changes of the nightly refresh. */
  nightlyRefreshes: (client: KeyOwner) => [...allKey(client), 'nightly-refreshes'] as const,
};

/** The list of connections: a function of its own, so that the hook's bundle holds no other key. */
export function connectionsKey(
  client: KeyOwner,
): readonly ['flinks-kit', string, string | null, 'connections'] {
  return [...allKey(client), 'connections'];
}

/** What every key begins with: the back end and the user. */
export function allKey({ scope, userId }: KeyOwner): readonly ['flinks-kit', string, string | null] {
  return ['flinks-kit', scope ?? 'default', userId ?? null];
}

/** The parts of a client that name whose data it reads. */
export interface KeyOwner {
  readonly scope?: string | undefined;
  readonly userId?: string | null | undefined;
}
