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

/** Did Flinks send this number with characters hidden, as `420024******4242`? */
export function isMaskedNumber(number: string): boolean {
  return number.includes('*');
}

function visibleEnd(number: string): string {
  const masked = isMaskedNumber(number);
  const characters = number.slice(number.lastIndexOf('*') + 1).replace(/[^\p{L}\p{N}]/gu, '');
  // What is left of a masked number is meant to be seen; of a whole one, at most half.
  const shown = masked || characters.length >= 6 ? 4 : Math.floor(characters.length / 2);
  return shown === 0 ? '' : characters.slice(-shown);
}
