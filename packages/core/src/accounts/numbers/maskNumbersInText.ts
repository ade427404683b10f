import { maskAccountNumber } from './maskAccountNumber.ts';
import { type RawAccountNumbers, readAccountNumbers } from './readAccountNumbers.ts';

/**
 * Hides account, card and transit numbers inside a bank's own words, as in `Chequing 1234567`. Five digits or more
 * count as a number, also with mask characters or up to three signs, spaces or hidden characters between two of them; `%`
 * and `$` end one. An amount or a rate with its sign stays, in the form that only those have (`$10,000`, `10 000 $`,
 * `10.125%`). `own` is hidden whatever stands between its digits.
 */
export function maskNumbersInText(text: string, own: string | null = null): string {
  const withoutOwn = own === null ? text : hideOwnNumber(text, own, mask);
  return withoutOwn.replace(amountOrNumber, maskIfLong);
}

const nextDigit = '(?:[^\\p{L}\\p{N}%$\\uE000]{0,3}|[\\p{Zs}.*•●·#_/\\\\|x\\p{Pd}\\u2212]*)\\p{Nd}';

// A number beside `$` may be an account of US dollars (`12345 $ US`), so only the separators of thousands and cents make an amount.
const amounts = [
  `(?<!\\p{N})\\$\\p{Zs}?(?:\\d{1,4}|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d\\d)?(?!${nextDigit})`,
  '\\d{1,3}\\p{Zs}\\d{3}(?:,\\d\\d)?\\p{Zs}?\\$(?!\\p{N}|\\p{Zs}?(?:US|CA)(?!\\p{L}))',
  '\\d{1,3}[.,]\\d{1,3}\\p{Zs}?%',
];
const amountOrNumber = new RegExp(`${amounts.join('|')}|\\p{Nd}(?:${nextDigit})+`, 'giu');

/**
 * An account's title for people, beside its mask: the account's own numbers are taken out, in whatever form the bank
 * wrote them (`1234567`, `*4567`, `(4567)`), so that nothing is shown twice; other numbers are masked. `null` when
 * nothing is left.
 */
export function maskTitle(title: string, own: RawAccountNumbers, accountMask: string | null): string | null {
  const { transitNumber, institutionNumber } = readAccountNumbers(own);
  const route = [transitNumber, institutionNumber];
  const routes = route.includes(null) ? [] : [route.join(''), `${institutionNumber}${transitNumber}`];
  let text = title;
  for (const number of [own.accountNumber, ...routes]) {
    if (number) text = hideOwnNumber(text, number, () => gap);
  }
  const end = accountMask?.replace(/^[•\s]+/u, '');
  if (end) text = text.replace(new RegExp(ownEnd(end), 'giu'), gap);
  if (!text.includes(gap)) return maskNumbersInText(text);
  const tidied = maskNumbersInText(text)
    .replaceAll(new RegExp(`(?<!\\p{L})(?:${leads})[ .:]*(?=${gap})`, 'giu'), '')
    .replaceAll(new RegExp(`${opening}\\s*${gap}\\s*${closing}`, 'gu'), gap)
    // A bracket that nothing closes, since the number ended in the middle of it or after it.
    .replaceAll(new RegExp(`${opening}\\s*${gap}(?!.*${closing})`, 'gsu'), gap)
    // A separator that led to the number goes with it.
    .replaceAll(new RegExp(`[\\s\\p{Pd}:#,/|·]*(?:${gap}[\\s\\p{Pd}:#,/|·]*)+$`, 'gu'), '')
    .replaceAll(new RegExp(`^(?:[\\s\\p{Pd}:#,/|·]*${gap})+[\\s\\p{Pd}:#,/|·]*`, 'gu'), '')
    .replaceAll(new RegExp(`\\s*(?:${gap}\\s*)+`, 'gu'), ' ')
    .replaceAll(/(?<=\p{Ps}) | (?=\p{Pe})/gu, '')
    .trim();
  return tidied === '' ? null : tidied;
}

// A private-use character: no text of a bank has it, and one that does loses nothing but this character.
const gap = '\uE000';

const opening = '[\\p{Ps}\\p{Pi}<"]';
const closing = '[\\p{Pe}\\p{Pf}>"]';

// What banks write before a number.
const leads = 'ending(?: in| with)?|se terminant par|finissant par|num(?:ber|éro)|n[o°º]s?|№';

// The shown end as a word of its own, with the mask that banks write before it (`*4567`, `xx4567`, `…4567`, `□□4567`).
function ownEnd(end: string): string {
  const signs = '[^\\p{L}\\p{N}\\s\\p{Pd}\\p{Ps}\\p{Pi}\\p{Pe}\\p{Pf}<>"\\p{Extended_Pictographic}]';
  return `(?<![\\p{L}\\p{N}])(?:${signs}|x)*[\\s\\p{Pd}]*${escapeText(end)}(?![\\p{L}\\p{N}])`;
}

/*
 * Replaces every run of at least five of the number's own characters, in their order, with up to ten other
 * characters, or any number of signs, between two of them. Comparing characters one by one finds what no list of
 * separators would.
 */
function hideOwnNumber(text: string, own: string, replace: (found: string) => string): string {
  const wanted = alphanumerics(own);
  if (wanted.length < 3) return text;
  const needed = Math.min(5, wanted.length);
  const isDigits = /^\d+$/.test(wanted.join(''));
  const units = Array.from(text.matchAll(isDigits ? /\p{Nd}/gu : /[\p{L}\p{N}]/gu), (match) => ({
    character: isDigits ? digitOf(match[0]) : match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const parts: string[] = [];
  let done = 0;
  for (let first = 0; first < units.length; first++) {
    const length = longestRun(text, units, first, wanted);
    const from = units[first];
    const to = units[first + length - 1];
    if (length < needed || !from || !to) continue;
    parts.push(text.slice(done, from.start), replace(own));
    done = to.end;
    first += length - 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}

interface Unit {
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

function longestRun(text: string, units: readonly Unit[], first: number, wanted: readonly string[]): number {
  let longest = 0;
  for (let offset = 0; offset < wanted.length; offset++) {
    let length = 0;
    while (
      units[first + length]?.character === wanted[offset + length] &&
      offset + length < wanted.length &&
      (length === 0 || isNear(text, units[first + length - 1], units[first + length]))
    ) {
      length++;
    }
    longest = Math.max(longest, length);
  }
  return longest;
}

// A row of signs or line ends, however long, is no word that ends a number.
const isNear = (text: string, one: Unit | undefined, next: Unit | undefined): boolean =>
  one !== undefined &&
  next !== undefined &&
  (next.start - one.end <= 10 || !/\p{L}/u.test(text.slice(one.end, next.start)));

function alphanumerics(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]/gu), ([character]) => character);
}

// Every script's ten digits stand in a row that begins at a digit whose predecessor is none.
function digitOf(digit: string): string {
  const plain = digit.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  const code = plain.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

function maskIfLong(found: string): string {
  if (/[$%]/.test(found)) return found;
  const digits = found.replace(/\P{Nd}/gu, '');
  return digits.length < 5 ? found : mask(digits);
}

function mask(number: string): string {
  return maskAccountNumber(number) ?? '••••';
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
