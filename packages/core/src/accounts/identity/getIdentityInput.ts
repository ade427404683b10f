import { plainText } from '../../internal/plainText.ts';
import { isMaskedNumber } from '../numbers/maskAccountNumber.ts';
import { readAccountNumbers } from '../numbers/readAccountNumbers.ts';
import type { Account } from '../parse/account.ts';

/**
 * What makes an account that account, as one text: institution, transit where there is one, whole number, currency.
 * `null` before the Detail, and where institution or number is missing, masked or no number. It is not
 * the EFT form: loans and savings plans have one. It holds the number, so it stays on the server, as input of a keyed
 * hash. `institutionId` is Flinks' number of the institution, for accounts whose own institution number is unknown.
 */
export function getIdentityInput(account: Account, institutionId: number | null): string | null {
  const { accountNumber, currency, sources } = account;
  const { institutionNumber, transitNumber } = readAccountNumbers(account);
  const institution = institutionNumber ?? institutionId;
  const number = plainText(accountNumber ?? '')
    .replace(/[ \-./]/g, '')
    .toUpperCase();
  const isWhole = isNumber.test(number) && !/^0*$/.test(number) && !isMaskedNumber(accountNumber ?? '');
  if (!sources.detail || institution === null || !isWhole) return null;
  return JSON.stringify([institution, transitNumber ?? '', number, currency ?? '']);
}

// Five letters and digits at least, so that the last four digits alone are no number; three of them digits, and no word
// (`Not available`, `ending 4567`) among them, so that no sentence makes one account of two.
const isNumber = /^(?!.*[A-Z]{5})(?=(?:.*\d){3})[A-Z\d]{5,}$/;
