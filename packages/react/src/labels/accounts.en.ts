import { type AccountSentences, accountSentencesEn, type EftPurpose } from '@flinks-kit/core';

/** The texts of accounts and what can be done with them. */
export interface AccountsLabels extends AccountSentences {
  /** The list's accessible name. */
  readonly list: string;
  readonly untitled: string;
  /** What an account without a title is called, by its type; one that is missing here is called by Flinks' own words. */
  readonly types: Readonly<Record<string, string>>;
  /** How a screen reader announces a masked number. */
  readonly endingIn: (digits: string) => string;
  /** The same account in another connection, by bank and mask. */
  readonly alsoIn: (account: string) => string;
  readonly balance: string;
  readonly overdrawn: string;
  readonly owed: string;
  /** A debt, although no field of Flinks makes the sign certain. */
  readonly owedUnsure: string;
  readonly inCredit: string;
  readonly availableBalance: string;
  readonly available: (amount: string) => string;
  readonly creditLeft: (amount: string) => string;
  readonly noBalance: string;
  readonly total: string;
  readonly totalOwed: string;
  readonly totalOwedUnsure: string;
  readonly totalIncomplete: string;
  readonly loading: string;
  readonly pending: string;
  /** When the waiting ends. */
  readonly pendingUntil: (time: string) => string;
  readonly partial: string;
  /** While the browser is offline. */
  readonly paused: string;
  readonly empty: string;
  readonly error: string;
  /** The cause of an error, where it is known. */
  readonly troubles: Readonly<Record<AccountsTrouble, string>>;
  readonly stale: string;
  readonly retry: string;
  /** When the bank was last read: `ago` is `3 minutes ago`, and `null` for less than a minute. */
  readonly updated: (ago: string | null) => string;
  /** The same before the user's clock is known, as in HTML from a server. */
  readonly asOf: (date: string) => string;
  /** The name of the search field above a long list. */
  readonly search: string;
  /** Announced while the user searches. */
  readonly found: (count: number) => string;
  /** What a picker asks for, by purpose. */
  readonly choose: Readonly<Record<EftPurpose | 'other', string>>;
  /** The note of an account that fits, by purpose. Never a promise about the debit itself. */
  readonly accepted: Readonly<Record<EftPurpose | 'other', string>>;
  /** In the heading of a bank, by its status in `useAllAccounts`. */
  readonly bankProblems: Readonly<Record<'needs-user' | 'unavailable' | 'error', string>>;
  /** The heading of a bank whose name is not known. */
  readonly unnamedBank: string;
  readonly unusable: string;
  readonly noneUsable: string;
  readonly choiceMissing: string;
  /** Announced when the chosen account changes without a press, because its details arrived. */
  readonly choiceChanged: (account: string) => string;
  /** The same when no account is chosen any more. */
  readonly choiceRuledOut: (account: string) => string;
}

/**
 * Codes of errors. `accounts-not-ready`: Flinks took too long · `needs-user`: the bank requires the user ·
 * `login-unconfirmed`: the user must sign in at the bank once more, so that the server knows whose accounts these are ·
 * `connection-not-found`: deleted meanwhile.
 */
export type AccountsTrouble =
  | 'accounts-not-ready'
  | 'needs-user'
  | 'login-unconfirmed'
  | 'connection-not-found';

/** English. */
export const accountsEn: AccountsLabels = {
  ...accountSentencesEn,
  list: 'Accounts',
  untitled: 'Account',
  // Flinks' own words are English: `LineOfCredit` reads as "Line of credit".
  types: {},
  endingIn: (digits) => `ending in ${digits}`,
  alsoIn: (account) => `also in ${account}`,
  balance: 'Balance',
  overdrawn: 'Overdrawn',
  owed: 'Owed',
  owedUnsure: 'Probably owed',
  inCredit: 'In your favour',
  availableBalance: 'Available',
  available: (amount) => `${amount} available`,
  creditLeft: (amount) => `${amount} left`,
  noBalance: 'No balance given',
  total: 'Total',
  totalOwed: 'Total owed',
  totalOwedUnsure: 'Total, probably owed',
  totalIncomplete: 'some balances missing',
  loading: 'Loading accounts…',
  pending: 'Your bank is still sending your accounts.',
  pendingUntil: (time) => `If they are not here by ${time}, you can try again.`,
  partial: 'Your bank is still sending details.',
  paused: 'You are offline. Your accounts load when you are back online.',
  empty: 'No accounts were shared.',
  error: 'Your accounts could not be loaded.',
  troubles: {
    'accounts-not-ready': 'Your bank did not finish sending your accounts.',
    'needs-user': 'Your bank needs you to sign in again. Reconnect it to see your accounts.',
    'login-unconfirmed': 'Sign in at your bank again to see your accounts.',
    'connection-not-found': 'This bank is no longer connected.',
  },
  stale: 'Your accounts could not be updated.',
  retry: 'Try again',
  updated: (ago) => (ago === null ? 'Updated just now' : `Updated ${ago}`),
  asOf: (date) => `As of ${date}`,
  search: 'Search accounts',
  found: (count) => `${count === 0 ? 'No' : count} ${count === 1 ? 'account' : 'accounts'} found`,
  choose: {
    'pad-debit': 'Choose the account to debit',
    payout: 'Choose the account to be paid into',
    income: 'Choose the account your income goes to',
    other: 'Choose an account',
  },
  accepted: {
    'pad-debit': 'Accepted for this payment',
    payout: 'Accepted for this payment',
    income: 'Accepted',
    other: 'Accepted',
  },
  bankProblems: {
    'needs-user': 'Needs your attention',
    unavailable: 'Temporarily unavailable',
    error: 'Temporarily unavailable',
  },
  unnamedBank: 'Connected bank',
  unusable: 'Accounts that can’t be used here',
  noneUsable: 'No account can be used here.',
  choiceMissing: 'Choose an account.',
  choiceChanged: (account) => `The chosen account is now ${account}.`,
  choiceRuledOut: (account) => `${account} can’t be used here. Choose another account.`,
};
