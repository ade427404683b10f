import { isLiability, type MoneyFacts, type MoneyPolicy, readMoney } from './readMoney.ts';

/**
 * What accounts come to, per currency, in the order the currencies first appear: what is owned less what is owed,
 * or, where every account is a debt, what is owed. Summed in minor units, never across currencies. An account
 * without an amount, or with one too large to be summed, is not counted, and `complete` of its currency is then false;
 * one without a currency belongs to any, so that no sum is complete.
 */
export function sumAccounts(
  accounts: readonly (MoneyFacts & { readonly currency: string | null })[],
  policy?: MoneyPolicy,
): readonly CurrencyTotal[] {
  const side = accounts.every(isLiability) ? 'owed' : 'owned';
  const complete = accounts.every(({ currency }) => currency);
  const sums = new Map<string, Sum>();
  for (const account of accounts) {
    const { currency } = account;
    if (!currency) continue;
    const sum = sums.get(currency) ?? { units: 0, complete, signCertain: true };
    sums.set(currency, sum);
    const money = readMoney(account, policy);
    const units = Math.round((money.amount ?? NaN) * unitsOfOne);
    const next = sum.units + (money.side === side ? units : -units);
    if (Number.isSafeInteger(next)) {
      sum.units = next;
      sum.signCertain &&= money.signCertain;
    } else sum.complete = false;
  }
  return Array.from(sums, ([currency, { units, ...sum }]) => ({
    currency,
    side,
    amount: units / unitsOfOne,
    ...sum,
  }));
}

/** A sum in one currency. */
export interface CurrencyTotal {
  /** ISO 4217. */
  readonly currency: string;
  /** `owed` when every account summed is a debt. */
  readonly side: 'owned' | 'owed';
  /** A decimal in the currency. */
  readonly amount: number;
  /** False when an account that may be of this currency is left out: it has no amount, or no currency. */
  readonly complete: boolean;
  /** False when it is not certain whether some amount is a debt or a credit. */
  readonly signCertain: boolean;
}

interface Sum {
  units: number;
  complete: boolean;
  signCertain: boolean;
}

// Amounts are counted in thousandths, which no currency of a bank divides further.
const unitsOfOne = 1000;
