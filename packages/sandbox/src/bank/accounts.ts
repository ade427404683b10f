import type { BankAccount } from '../state/bankAccount.ts';
import type { BankSession } from '../state/bankSession.ts';
import type { TestUser } from '../state/testUser.ts';
import { accountIdOf } from './card.ts';

/** The accounts of a conversation with their ids. */
export function listAccounts({
  card,
  requestId,
  testUser,
  institution,
}: BankSession): readonly ListedAccount[] {
  // Without a saved login the ids hold for this conversation only.
  const owner = card?.loginId ?? requestId;
  return testUser.accounts.map((account, index) => ({
    account: institution.hasEftDetails ? account : withoutEftDetails(account),
    id: accountIdOf(owner, index),
  }));
}

/** An account and Flinks' id of it. */
export interface ListedAccount {
  readonly account: BankAccount;
  readonly id: string;
}

/** The accounts that `resumeSelectedAccounts` leaves of a card, by position; `null`: all of them. */
export function findPositions(session: BankSession, ids: readonly string[]): readonly number[] {
  return listAccounts(session).flatMap(({ id }, position) => (includesId(ids, id) ? [position] : []));
}

/** Compares account ids without regard to case, everywhere alike (docs/flinks/api.md 2.8). */
export function includesId(ids: readonly string[], id: string): boolean {
  return ids.some((each) => each.toLowerCase() === id.toLowerCase());
}

function withoutEftDetails(account: BankAccount): BankAccount {
  return {
    ...account,
    transitNumber: null,
    institutionNumber: null,
    eftEligibleRatio: account.eftEligibleRatio === null ? null : 0,
    eTransferEligibleRatio: account.eTransferEligibleRatio === null ? null : 0,
  };
}

/** The data of a user's account holders, by the names of FieldMatch (docs/flinks/api.md 2.14, 4.3). */
export function listHolders({ accounts }: Pick<TestUser, 'accounts'>): readonly HolderFields[] {
  return accounts.flatMap(({ holder }) => {
    if (holder === null) return [];
    const { name, phoneNumber, email, address } = holder;
    return [
      {
        fullName: name,
        phone: phoneNumber,
        email,
        civicAddress: address?.civicAddress ?? null,
        city: address?.city ?? null,
        province: address?.province ?? null,
        postalCode: address?.postalCode ?? null,
      },
    ];
  });
}

/** One holder as FieldMatch names the fields; `null`: the bank has none. */
export type HolderFields = Readonly<
  Record<'fullName' | 'phone' | 'email' | 'civicAddress' | 'city' | 'province' | 'postalCode', string | null>
>;
