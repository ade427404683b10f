import type { Account } from '@flinks-kit/core';
import { identifyAccounts } from '../connections/identifyAccounts.ts';
import { createIdCheck, selectAccounts } from '../connections/selectAccounts.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type {
  AccountIdentity,
  AccountSelection,
  CollectionRecord,
  ConnectionRecord,
} from '../store/records.ts';

/**
 * Cuts the accounts of a Detail to what the user shares, and identifies them. Flinks may give an account another id
 * (docs/flinks/api.md 6.6): one that the selection does not know is matched by its identity, and the selection is
 * written with the new id first. What cannot be matched stays hidden.
 */
export async function shareAccounts(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: Pick<CollectionRecord, 'collected'>,
  received: readonly Account[],
  institutionId: number | null,
): Promise<SharedAccounts> {
  const { id, userId, selection } = connection;
  const identify = (accounts: readonly Account[]) =>
    identifyAccounts(context, userId, institutionId ?? connection.institutionId, accounts);
  const lost = lostIdentities(selection, collection, received);
  if (lost.length === 0) {
    const accounts = selectAccounts(received, selection);
    return { connection, accounts, identities: await identify(accounts) };
  }
  const all = await identify(received);
  const matched = matchIds(selection, lost, all);
  const updated = await context.connections.update(id, (current) =>
    // The user may have chosen again meanwhile.
    JSON.stringify(current.selection) === JSON.stringify(selection)
      ? { ...current, selection: matched }
      : current,
  );
  const shared = updated ?? connection;
  const accounts = selectAccounts(received, shared.selection);
  const ids = new Set(accounts.map((account) => account.id));
  return { connection: shared, accounts, identities: all.filter(([accountId]) => ids.has(accountId)) };
}

/** What of a Detail the user shares. */
export interface SharedAccounts {
  /** As it is now: its selection may have other ids than before. */
  readonly connection: ConnectionRecord;
  readonly accounts: readonly Account[];
  readonly identities: readonly AccountIdentity[];
}

/** The chosen accounts that were not received under their id, and whose identity is known from an earlier Detail. */
export function lostIdentities(
  selection: AccountSelection,
  { collected }: Pick<CollectionRecord, 'collected'>,
  received: readonly Pick<Account, 'id'>[],
): readonly AccountIdentity[] {
  if (selection.mode === 'all') return [];
  const isPresent = createIdCheck(received.map(({ id }) => id));
  const isChosen = createIdCheck(selection.accountIds);
  return (collected?.identities ?? []).filter(([id]) => isChosen(id) && !isPresent(id));
}

/** The selection with the new ids of lost accounts, where it is certain which account is which. */
function matchIds(
  selection: AccountSelection,
  lost: readonly AccountIdentity[],
  received: readonly AccountIdentity[],
): AccountSelection {
  if (selection.mode === 'all') return selection;
  const isChosen = createIdCheck(selection.accountIds);
  const found = new Map<string, readonly string[]>();
  for (const identity of new Set(lost.map(([, own]) => own))) {
    const before = lost.filter(([, own]) => own === identity).map(([id]) => id);
    const after = received.filter(([id, own]) => own === identity && !isChosen(id)).map(([id]) => id);
    // The parts of a mortgage may share an identity: one that was not chosen must not be shown for another.
    if (after.length > 0 && after.length <= before.length) {
      before.forEach((id, index) => found.set(id.toLowerCase(), after.slice(index, index + 1)));
    }
  }
  return {
    mode: 'chosen',
    accountIds: selection.accountIds.flatMap((id) => found.get(id.toLowerCase()) ?? [id]),
  };
}
