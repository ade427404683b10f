import { plainText } from '../../internal/plainText.ts';

/**
 * An account number for people: `•••• 1000`. At most four characters stay, and never more than half of a short
 * number. `lastFourDigits` helps where Flinks sent no number; `null` when nothing is known.
 */
export function maskAccountNumber(
  accountNumber: string | null,
  lastFourDigits: string | null = null,
): string | null {
  const known = accountNumber === null ? '' : visibleEnd(accountNumber);
  const shown = known === '' ? (lastFourDigits ?? '').slice(-4) : known;
  if (shown !== '') return `•••• ${shown}`;
  return accountNumber === null ? null : '••••';
}

/**
 * The end of an account number that people may see: `1000` of `•••• 1000`. Reads whole numbers and numbers that came
 * masked, such as `420024******4242`, `XXXXXXX4567` or `xxx-xxx-567`. Empty when nothing may be shown.
 */
export function visibleEnd(number: string): string {
  const text = plainText(number);
  const whole = alphanumerics(text);
  const rest = alphanumerics(text.split(maskCharacters).at(-1) ?? '');
  // What follows the characters of a mask is meant to be seen; of a short number, at most half.
  const isShort = whole.length < 6 && !maskSymbols.test(text);
  const shown = Math.min(rest.length, isShort ? Math.floor(whole.length / 2) : 4);
  return shown === 0 ? '' : rest.slice(-shown);
}

/** Did Flinks send this number with characters hidden? A dash between digits hides none, several or one at an end do. */
export function isMaskedNumber(number: string): boolean {
  const text = plainText(number);
  return maskCharacters.test(text) || maskDashes.test(text);
}

const maskDashes = /^-|- *-|-$/;
// Any sign but those that stand between the digits of a number (`1234.567`), and these too where two follow one another.
const maskSymbols = /[^\p{L}\p{N} \-./,:()]|[./,:]{2,}/u;
// Letters hide digits as well: `XXXX4567`, `x4567`, `NNNN4567`. The second of each pair is Cyrillic.
const maskCharacters = new RegExp(
  `(?:${maskSymbols.source}|[x\u0445]{2,}|(\\p{L})\\1{2,}|^[x\u0445](?=\\d))+`,
  'iu',
);

function alphanumerics(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
