import type { Account } from '@flinks-kit/core';
import { identifyAccounts } from '../connections/identifyAccounts.ts';
import { createIdCheck, selectAccounts } from '../connections/selectAccounts.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type {
  AccountIdentity,
  AccountSelection,
  CollectedAccounts,
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
  const { collected } = collection;
  const lost = lostIdentities(selection, collection, received);
  if (lost.length === 0 || collected === null) {
    return share(connection, received, await identify(selectAccounts(received, selection)));
  }
  const all = await identify(received);
  const matched = matchIds(selection, collected, { lost, received, identities: all });
  const updated = await context.connections.update(id, (current) =>
    // The user may have chosen again meanwhile.
    JSON.stringify(current.selection) === JSON.stringify(selection)
      ? { ...current, selection: matched }
      : current,
  );
  return share(updated ?? connection, received, all);
}

function share(
  connection: ConnectionRecord,
  received: readonly Account[],
  all: readonly AccountIdentity[],
): SharedAccounts {
  const { selection } = connection;
  const accounts = selectAccounts(received, selection);
  const isShared = createIdCheck(accounts.map((account) => account.id));
  return {
    connection,
    accounts,
    identities: all.filter(([id]) => isShared(id)),
    unsharedIds: unsharedIds(received, selection),
  };
}

/** What of a Detail the user shares. */
export interface SharedAccounts {
  /** As it is now: its selection may have other ids than before. */
  readonly connection: ConnectionRecord;
  readonly accounts: readonly Account[];
  readonly identities: readonly AccountIdentity[];
  /** Of the accounts that the user does not share. */
  readonly unsharedIds: readonly string[];
}

/** The ids of received accounts that the user does not share. */
export function unsharedIds(
  received: readonly Pick<Account, 'id'>[],
  selection: AccountSelection,
): readonly string[] {
  const shared = new Set(selectAccounts(received, selection));
  return received.filter((account) => !shared.has(account)).map(({ id }) => id);
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

/**
 * The selection with the new ids of lost accounts, where it is certain which account is which: only an account whose id
 * was never seen before can be one that had another id, and it must have its title and type. A number may be that of several accounts
 * (the parts of a mortgage), and one that the user did not choose is never shown in place of another.
 */
function matchIds(
  selection: AccountSelection,
  { accounts, unsharedIds: seen }: CollectedAccounts,
  { lost, received, identities }: LostAccounts,
): AccountSelection {
  if (selection.mode === 'all' || seen === null) return selection;
  const isKnown = createIdCheck([...selection.accountIds, ...seen]);
  const found = new Map<string, string>();
  for (const identity of new Set(lost.map(([, own]) => own))) {
    const before = withIdentity(accounts, lost, identity);
    const after = withIdentity(received, identities, identity).filter(({ id }) => !isKnown(id));
    const isCertain = after.every((one) => before.some((other) => looksLike(one, other)));
    if (!isCertain || after.length > before.length) continue;
    after.forEach(({ id }, index) => found.set(before[index]?.id.toLowerCase() ?? '', id));
  }
  return {
    mode: 'chosen',
    accountIds: selection.accountIds.map((id) => found.get(id.toLowerCase()) ?? id),
  };
}

const looksLike = (one: Account, other: Account): boolean =>
  one.title === other.title && one.type === other.type;

interface LostAccounts {
  readonly lost: readonly AccountIdentity[];
  readonly received: readonly Account[];
  readonly identities: readonly AccountIdentity[];
}

function withIdentity(
  accounts: readonly Account[],
  identities: readonly AccountIdentity[],
  identity: string,
): readonly Account[] {
  const hasIt = createIdCheck(identities.filter(([, own]) => own === identity).map(([id]) => id));
  return accounts.filter(({ id }) => hasIt(id));
}
