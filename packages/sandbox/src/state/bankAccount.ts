import type { AccountCategory, AccountHolder } from '@flinks-kit/core';

/**
 * Builds an account of a sandbox bank. Name only what the test is about; the rest is an everyday Canadian
 * chequing account of John Doe.
 *
 * @example
 * bankAccount({ title: 'Épargne', type: 'Savings', current: 1234.56, eftEligibleRatio: 0.42 });
 */
export function bankAccount(facts: Partial<BankAccount> & Pick<BankAccount, 'title'>): BankAccount {
  return { ...everyday, ...facts };
}

/**
 * An account as the bank knows it. Flinks' answers are cut from it: Summary shows the ratios, Detail the routing
 * numbers and transactions (docs/flinks/api.md 2.5, 2.6, 4.1).
 */
export interface BankAccount {
  readonly title: string | null;
  /** As the bank prints it: cards come masked, others may hold letters and dashes. */
  readonly accountNumber: string | null;
  readonly lastFourDigits: string | null;
  readonly transitNumber: string | null;
  readonly institutionNumber: string | null;
  readonly overdraftLimit: number | null;
  /** One of the four categories, or a word that Flinks never uses, to test the reader. */
  readonly category: AccountCategory | (string & {}) | null;
  /** Flinks' type (docs/flinks/api.md 4.2), or any other word. */
  readonly type: string | null;
  readonly currency: string | null;
  readonly available: number | null;
  readonly current: number | null;
  readonly limit: number | null;
  readonly holder: AccountHolder | null;
  readonly ownership: 'Personal' | 'Business' | null;
  /** 0–1; `null` leaves the key out, as Detail does. */
  readonly eftEligibleRatio: number | null;
  /** 0–1; `null` leaves the key out. */
  readonly eTransferEligibleRatio: number | null;
  /** The word before `@Cr` and `@De` in the descriptions of its transactions; `null`: it has none. */
  readonly transactionsPrefix: string | null;
  /** Its own transactions, newest first, returned whatever the day is; `null`: one is generated for every day. */
  readonly transactions: readonly BankTransaction[] | null;
}

/** A posted transaction of an account's own. */
export interface BankTransaction {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly description: string;
  readonly debit: number | null;
  readonly credit: number | null;
  /** The account's balance afterwards. */
  readonly balance: number;
}

/** The holder of every account of Flinks Capital (docs/flinks/api.md 9.2). The address is an office's. */
const johnDoe: AccountHolder = {
  name: 'John Doe',
  email: 'johndoe@flinks.io',
  phoneNumber: '(514) 333-7777',
  address: {
    civicAddress: '1275 avenue des Canadiens-de-Montréal',
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H3B 5E8',
    poBox: null,
    country: 'CA',
  },
};

const everyday: BankAccount = {
  title: null,
  accountNumber: '1111000',
  lastFourDigits: null,
  transitNumber: '77777',
  institutionNumber: '777',
  overdraftLimit: 0,
  category: 'Operations',
  type: 'Chequing',
  currency: 'CAD',
  available: null,
  current: 50_000,
  limit: null,
  holder: johnDoe,
  ownership: 'Personal',
  eftEligibleRatio: 1,
  eTransferEligibleRatio: 1,
  transactionsPrefix: 'TrxChe',
  transactions: null,
};
