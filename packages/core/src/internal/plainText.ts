/**
 * A text in plain characters, for rules that read it: full-width characters as usual ones, every space and every dash as
 * one kind, nothing invisible (soft hyphens, zero-width spaces, marks of direction). Numerals that are no digits (`²`,
 * `①`) and the signs of a brand (`™`) stay: a footnote at a number is no digit of it, and `TFSA™` is no other word.
 */
export const plainText = (text: string): string =>
  text
    .replace(/[^\p{No}\u2120\u2122]+/gu, (part) => part.normalize('NFKC'))
    .replace(/\p{DI}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s/g, ' ')
    .trim();
