import type { AccountCategory, Balance } from '../parse/account.ts';
import { isCreditType } from '../parse/creditTypes.ts';

/**
 * What the user owns or owes on one account. Flinks documents no sign for what is owed and banks disagree
 * (docs/flinks/api.md 4.1; cards were seen with both), so it is inferred, in this order: from `limit − available`, which can only
 * be what was borrowed; from the policy; else the bare amount is given and `signCertain` is false.
 */
export function readMoney(account: MoneyFacts, policy: MoneyPolicy = {}): AccountMoney {
  const { available, current, limit } = account.balance;
  if (!isLiability(account)) {
    return { side: 'owned', amount: current, signCertain: true, available, limit, creditLeft: null };
  }
  const { institutions = {}, liabilitySign } = policy;
  const listed = [account.institutionNumber, account.institution].find(
    (bank) => bank && Object.hasOwn(institutions, bank),
  );
  const owed = readOwed(account.balance, listed ? institutions[listed] : liabilitySign);
  const left = limit !== null && owed.amount !== null && owed.signCertain ? limit - owed.amount : null;
  return { side: 'owed', ...owed, available, limit, creditLeft: available ?? left };
}

/** What `readMoney` looks at; both `Account` and `ConnectedAccount` have it. */
export interface MoneyFacts {
  readonly category: AccountCategory;
  readonly type: string | null;
  readonly balance: Balance;
  /** What a policy may know the bank by. */
  readonly institution?: string | null | undefined;
  readonly institutionNumber?: string | null | undefined;
}

/**
 * How banks write what is owed, as plain data. An account's institution number decides before its institution's name,
 * and either before the rule for all.
 *
 * @example
 * const policy: MoneyPolicy = { liabilitySign: 'negative-is-owed', institutions: { '999': 'positive-is-owed' } };
 */
export interface MoneyPolicy {
  /** For every bank that is not listed; without it such an amount stays a bare magnitude. */
  readonly liabilitySign?: LiabilitySign | undefined;
  /** By three-digit institution number, where it is known here, or by name as `Connection.institution` has it. */
  readonly institutions?: Readonly<Record<string, LiabilitySign>> | undefined;
}

/** What the sign of a debt is at a bank. */
export type LiabilitySign = 'positive-is-owed' | 'negative-is-owed';

/** Money from the user's side. Decimals in the account's currency; `null` where Flinks sent none. */
export interface AccountMoney {
  readonly side: 'owned' | 'owed';
  /** Owned: below zero is overdrawn. Owed: above zero is a debt, below zero the bank owes the user. */
  readonly amount: number | null;
  /** False when nothing shows whether an owed amount is a debt or a credit: `amount` is then a bare magnitude. */
  readonly signCertain: boolean;
  readonly available: number | null;
  readonly limit: number | null;
  /** How much can still be borrowed; `null` when unknown, and on what is owned. */
  readonly creditLeft: number | null;
}

/** Is this an account whose balance is a debt? A prepaid card is listed among credits but holds own money. */
export function isLiability({ category, type }: Pick<MoneyFacts, 'category' | 'type'>): boolean {
  if (type === 'CreditCardPrepaid') return false;
  // Flinks' pages list mortgages and loans under two categories: the type is the surer sign (docs/flinks/api.md 13 row 7).
  return category === 'Credits' || isCreditType(type);
}

function readOwed({ available, current, limit }: Balance, sign: LiabilitySign | undefined): Owed {
  const borrowed = limit !== null && limit > 0 && available !== null ? limit - available : null;
  if (!current) return { amount: current ?? borrowed, signCertain: true };
  if (borrowed) {
    return { amount: Math.sign(borrowed) * Math.abs(current), signCertain: true };
  }
  if (sign === undefined) return { amount: Math.abs(current), signCertain: false };
  return { amount: sign === 'positive-is-owed' ? current : -current, signCertain: true };
}

type Owed = Pick<AccountMoney, 'amount' | 'signCertain'>;
