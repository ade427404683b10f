import type { BankAccount, BankTransaction } from '../state/bankAccount.ts';
import { guidFrom } from '../state/random.ts';

/**
 * The posted transactions of an account, newest first: its own when it has some, otherwise one a day, in context money
 * out and money in, whose amount is the number of days since the end of 2015 divided by 100, so that the balance hovers
 * where it is (docs/flinks/api.md 9.2). The newest is today's.
 */
export function transactionsOf(
  account: BankAccount,
  accountId: string,
  days: number,
  now: number,
): readonly Transaction[] {
  const { transactionsPrefix: prefix, transactions: own, current } = account;
  if (own !== null) return own.map((one, index) => toTransaction(one, guidFrom(accountId, String(index))));
  if (prefix === null) return [];
  const today = Math.floor(now / day);
  let balance = current ?? 0;
  return Array.from({ length: days }, (_, age) => {
    const date = today - age;
    const amount = (date - epoch) / 100;
    // As captured: 12.06 went out, 12.07 came in, 12.08 went out.
    const isCredit = (date - epoch) % 2 === 1;
    const transaction: Transaction = {
      Date: new Date(date * day).toISOString().slice(0, 10),
      Code: null,
      Description: `${prefix}@${isCredit ? 'Cr' : 'De'}${amount.toFixed(2)}`,
      Debit: isCredit ? null : amount,
      Credit: isCredit ? amount : null,
      Balance: toCents(balance),
      Id: guidFrom(accountId, String(date)),
    };
    // Walking back in time, what came in was not there before.
    balance += isCredit ? -amount : amount;
    return transaction;
  });
}

/** Flinks' transaction (docs/flinks/api.md 2.6). */
export interface Transaction {
  /** `YYYY-MM-DD`. */
  readonly Date: string;
  readonly Code: null;
  readonly Description: string;
  readonly Debit: number | null;
  readonly Credit: number | null;
  readonly Balance: number;
  readonly Id: string;
}

function toTransaction(own: BankTransaction, id: string): Transaction {
  return {
    Date: own.date,
    Code: null,
    Description: own.description,
    Debit: own.debit,
    Credit: own.credit,
    Balance: own.balance,
    Id: id,
  };
}

function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

const day = 86_400_000;
const epoch = Math.floor(Date.UTC(2015, 11, 31) / day);
