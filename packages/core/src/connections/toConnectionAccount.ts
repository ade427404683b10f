import { maskAccountNumber } from '../accounts/numbers/maskAccountNumber.ts';
import { maskTitle } from '../accounts/numbers/maskNumbersInText.ts';
import type { Account } from '../accounts/parse/account.ts';
import type { ConnectionAccount } from './connection.ts';

/** What a connection shows of one account: title and mask are those of `toConnectedAccount`. */
export function toConnectionAccount(account: Account): ConnectionAccount {
  const { id, title, category } = account;
  const mask = maskAccountNumber(account.accountNumber, account.lastFourDigits);
  return { id, title: title === null ? null : maskTitle(title, account, mask), mask, category };
}
