/**
 * A text in plain characters, for rules that read it: full-width characters as usual ones, every space and every dash as
 * one kind, nothing invisible (soft hyphens, zero-width spaces, marks of direction). Numerals that are no digits (`²`,
 * `①`) stay, since a footnote at a number is no digit of it.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\P{No}+/gu, (part) => part.normalize('NFKC'))
    .replace(/\p{DI}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s/g, ' ')
    .trim();
