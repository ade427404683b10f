import type { Account } from '../parse/account.ts';
import { assessEft, assessETransfer } from './assessEft.ts';
import type { ConnectedAccount, PrivateAccountField } from './connectedAccount.ts';
import type { EftPolicy } from './assessEft.ts';
import { maskAccountNumber } from '../numbers/maskAccountNumber.ts';
import { maskTitle } from '../numbers/maskNumbersInText.ts';
import { readAccountNumbers } from '../numbers/readAccountNumbers.ts';

/**
 * The account fields that the browser may receive: no holder, no full number (not even inside the title), the assessments
 * made where the facts are. `expose` names private fields that this app wants in the browser after all.
 */
export function toConnectedAccount(account: Account, options: ToConnectedAccountOptions): ConnectedAccount {
  const { accountNumber } = account;
  const numbers = readAccountNumbers(account);
  const mask = maskAccountNumber(accountNumber, account.lastFourDigits);
  return {
    connectionId: options.connectionId,
    institution: options.institution ?? null,
    institutionName: options.institutionName ?? null,
    id: account.id,
    title: account.title === null ? null : maskTitle(account.title, account, mask),
    category: account.category,
    categoryInferred: account.categoryInferred,
    type: account.type,
    currency: account.currency,
    balance: account.balance,
    overdraftLimit: account.overdraftLimit,
    lastFourDigits: isShort(accountNumber) ? null : account.lastFourDigits,
    ownership: account.ownership,
    eftEligibleRatio: account.eftEligibleRatio,
    eTransferEligibleRatio: account.eTransferEligibleRatio,
    sources: account.sources,
    mask,
    identity: options.identity ?? null,
    presence: {
      accountNumber: numbers.accountNumber !== null,
      transitNumber: numbers.transitNumber !== null,
      institutionNumber: numbers.institutionNumber !== null,
    },
    eft: assessEft(account, options.policy),
    eTransfer: assessETransfer(account, options.policy),
    ...exposed(account, options.expose ?? []),
  };
}

/** Whose account it is, what may travel with it, and the rules of its assessment. */
export interface ToConnectedAccountOptions {
  readonly connectionId: string;
  /** The bank, as the connection names it. */
  readonly institution?: string | null | undefined;
  /** The bank's name for people, as the connection has it. */
  readonly institutionName?: string | null | undefined;
  /** What recognizes the account in another connection; never its number. */
  readonly identity?: string | null | undefined;
  /** Private fields to let through; none by default. */
  readonly expose?: readonly PrivateAccountField[] | undefined;
  readonly policy?: EftPolicy | undefined;
}

function exposed(account: Account, fields: readonly PrivateAccountField[]): Partial<Account> {
  return Object.fromEntries(fields.map((field) => [field, account[field]]));
}

// The last four of a number this short would be nearly all of it.
function isShort(number: string | null): boolean {
  return number !== null && number.length < 6;
}
