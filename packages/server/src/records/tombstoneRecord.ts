import type { LinkWindow } from '../connections/judgeFreshness.ts';
import type { Sealed } from '../crypto/Sealed.ts';

/** What stays of a deleted connection: that it was deleted, and what is still to be done about it. */
export interface TombstoneRecord {
  /** The connection's id. */
  readonly id: string;
  readonly userId: string;
  readonly loginKey: string;
  /** Needed until Flinks has deleted the card, and forgotten then. */
  readonly login: Sealed | null;
  /** When the login must have been made to be this user's; `null` when that was proved already. */
  readonly unproved: LinkWindow | null;
  readonly status: 'deleting' | 'deleted' | 'shared';
  readonly createdAt: number;
  readonly attempts: number;
  /** When `maintain()` looks at it next: to try again, or to forget it. */
  readonly nextAt: number;
}
