import { isMaskedNumber } from '../numbers/maskAccountNumber.ts';
import { readAccountNumbers } from '../numbers/readAccountNumbers.ts';
import type { Account } from '../parse/account.ts';

/**
 * What makes an account that account, as one text: institution, transit where there is one, whole number, currency.
 * `null` before the Detail, and where institution or number is missing, masked or shorter than five characters. It is not
 * the EFT form: loans and savings plans have one. It holds the number, so it stays on the server, as input of a keyed
 * hash. `institutionId` is Flinks' number of the institution, for accounts whose own institution number is unknown.
 */
export function getIdentityInput(account: Account, institutionId: number | null): string | null {
  const { accountNumber, currency, sources } = account;
  const { institutionNumber, transitNumber } = readAccountNumbers(account);
  const institution = institutionNumber ?? institutionId;
  const number = (accountNumber ?? '').replace(/[\s\p{Pd}\u2212./]/gu, '').toUpperCase();
  const isWhole = number.length >= 5 && !/^0*$/.test(number) && !isMaskedNumber(accountNumber ?? '');
  if (!sources.detail || institution === null || !isWhole) return null;
  return JSON.stringify([institution, transitNumber ?? '', number, currency ?? '']);
}
