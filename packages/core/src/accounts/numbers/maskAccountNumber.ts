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
  const whole = alphanumerics(number);
  const masks = [...number.matchAll(new RegExp(maskCharacters, 'gi'))];
  const last = masks.at(-1);
  const rest = last === undefined ? whole : alphanumerics(number.slice(last.index + last[0].length));
  // What follows the characters of a mask is meant to be seen; of a short number, at most half.
  const isShort = whole.length < 6 && !/[*•●·∙#]/.test(number);
  const shown = Math.min(rest.length, isShort ? Math.floor(whole.length / 2) : 4);
  return shown === 0 ? '' : rest.slice(-shown);
}

/** Did Flinks send this number with characters hidden? A dash between digits hides none, several or one at an end do. */
export function isMaskedNumber(number: string): boolean {
  return maskCharacters.test(number) || maskDashes.test(number.trim());
}

const maskDashes = /^[\p{Pd}\u2212]|[\p{Pd}\u2212]\s*[\p{Pd}\u2212]|[\p{Pd}\u2212]$/u;
const maskCharacters = /[*•●·∙#]|x{2,}|^x(?=\d)/i;

function alphanumerics(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
