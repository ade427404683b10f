import type { Connection } from '@flinks-kit/core';

/** A name of the app's own for a bank; by default the server's. */
export type NameInstitution = (connection: Connection) => string;

/** The bank's name for people; `null` while the server has none. `institution` is no name but a key of Flinks. */
export const nameConnection = (connection: Connection, institutionName?: NameInstitution): string | null =>
  institutionName?.(connection)?.trim() || connection.institutionName?.trim() || null;

/** The ends of the account numbers, by which two logins of one bank differ: at most two, and how many more there are. */
export function listMasks({ accounts }: Connection): {
  readonly masks: readonly string[];
  readonly more: number;
} {
  const masks = accounts?.flatMap(({ mask }) => mask ?? []) ?? [];
  const shown = masks.slice(0, 2);
  return { masks: shown, more: (accounts?.length ?? 0) - shown.length };
}
