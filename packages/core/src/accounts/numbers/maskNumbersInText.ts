import { maskAccountNumber } from './maskAccountNumber.ts';

/**
 * Hides account, card and transit numbers inside a bank's own words, as in `Chequing 1234567`. Five digits or more
 * count as a number, also with spaces, dots, dashes or asterisks between them; `own` is hidden in whatever form.
 */
export function maskNumbersInText(text: string, own: string | null = null): string {
  const withoutOwn = own !== null && own.length > 2 ? text.replaceAll(own, mask) : text;
  return withoutOwn.replace(/\p{Nd}[\p{Nd}\p{Zs}.*\-\u2010-\u2015]*\p{Nd}/gu, maskIfLong);
}

function maskIfLong(found: string): string {
  const digits = found.replace(/\P{Nd}/gu, '');
  return digits.length < 5 ? found : mask(digits);
}

function mask(number: string): string {
  return maskAccountNumber(number) ?? '••••';
}
