import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAccountNumber } from './maskAccountNumber.ts';
import { maskNumbersInText, maskTitle } from './maskNumbersInText.ts';

describe('maskAccountNumber', () => {
  it.each<[string | null, string | null, string | null]>([
    ['9990001', null, '•••• 0001'],
    ['AB-99905', null, '•••• 9905'],
    ['999900******4242', null, '•••• 4242'],
    ['999900******', null, '••••'],
    ['999900******', '4242', '•••• 4242'],
    ['XXXXXXX4567', null, '•••• 4567'],
    ['111122XXXXXX1111', null, '•••• 1111'],
    ['xxx-xxx-567', null, '•••• 567'],
    ['••••4567', null, '•••• 4567'],
    ['x99904567', null, '•••• 4567'],
    ...Array.from('*＊•_…□○∗█■▪×~?=⁎◦NYХ', (sign): [string, null, string] => [
      sign.repeat(4) + '4567',
      null,
      '•••• 4567',
    ]),
    ['...4567', null, '•••• 4567'],
    ['１２３４５６７', null, '•••• 4567'],
    ['1234\u200b567', null, '•••• 4567'],
    ['1234.567', null, '•••• 4567'],
    ['12345', null, '•••• 45'],
    ['1', null, '••••'],
    [null, '4242', '•••• 4242'],
    [null, '99990000111142', '•••• 1142'],
    [null, null, null],
  ])('shows %s (last four %s) as %s', (number, lastFour, mask) => {
    expect(maskAccountNumber(number, lastFour)).toBe(mask);
  });

  it('shows at most four characters, and never more than half of a whole number of three or more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z-]{1,30}$/), (number) => {
        const shown = (maskAccountNumber(number) ?? '').replace(/[•\s]/g, '');
        const characters = number.replace(/-/g, '');
        expect(shown.length).toBeLessThanOrEqual(4);
        expect(characters.endsWith(shown)).toBe(true);
        if (characters.length < 6) expect(shown.length).toBeLessThanOrEqual(characters.length / 2);
      }),
    );
  });
});

describe('maskNumbersInText', () => {
  it.each([
    ['Chequing', 'Chequing'],
    ['Savings 2024', 'Savings 2024'],
    ['Chequing 9990001', 'Chequing •••• 0001'],
    ['Visa 9999 0000 1111 2222', 'Visa •••• 2222'],
    ['00042-009-9990001', '•••• 0001'],
    ['999900******4242', '•••• 4242'],
    ...['\u200b', '\u00ad', '\u200f', '\t', '\n', '+', '~', ';', ' - ', '): ', 'x', ' '.repeat(9)].map(
      (between) => [`Loan 1234${between}5678`, 'Loan •••• 5678'],
    ),
    ['Loan 12,345,678', 'Loan •••• 5678'],
    ['Loan 12:34:56:78', 'Loan •••• 5678'],
    ['Loan (1234) 5678', 'Loan (•••• 5678'],
    ['Loan 42001111XXXXXXXX4242', 'Loan •••• 4242'],
    ['Savings 3.25% 2024', 'Savings 3.25% 2024'],
    ['Plan 12 of 2024', 'Plan 12 of 2024'],
    ['Compte ٩٩٩٠٠٠١', 'Compte •••• ٠٠٠١'],
    ...[
      'Savings up to $10,000',
      'Loan US$10,000.50 to $1,250,000',
      'Loan $5,000-$10,000',
      'Loan $1500.00',
      'Marge jusqu’à 10 000 $ par an',
      'Marge 10\u00a0000,50\u00a0$',
      'Prime + 1.25%',
      'Loan at 10.125%',
      'Prêt à 10,125 %',
    ].map((text) => [text, text]),
    ['USD $1234567', 'USD $•••• 4567'],
    ['USD $ 12345', 'USD $ •••• 45'],
    ['Compte 12345 $ US', 'Compte •••• 45 $ US'],
    ['Compte 123 456 $ US', 'Compte •••• 3456 $ US'],
    ['Compte 1 234 567 $', 'Compte •••• 4567 $'],
    ['Loan $10,000 1234567', 'Loan $•••• 4567'],
    ['Loan $10,000-1234', 'Loan $•••• 1234'],
    ['Loan 12$345,678', 'Loan 12$•••• 5678'],
    ['Loan 1234567.25%', 'Loan •••• 6725%'],
    ['Loan 123 4567 10.125%', 'Loan •••• 0125%'],
    ['Plan 2024-2025', 'Plan •••• 2025'],
  ])('writes %j as %j', (text, masked) => {
    expect(maskNumbersInText(text)).toBe(masked);
  });

  it('hides whatever has seven digits or more, also beside the sign of an amount', () => {
    const signs = fc.constantFrom('', '$', '$ ', ' $', '%', ' %', ' $ US', 'US$');
    const separators = fc.array(
      fc.string({
        unit: fc.constantFrom(' ', '.', '-', '_', '/', ':', ',', '+', '(', '\u00a0'),
        minLength: 1,
        maxLength: 2,
      }),
      { minLength: 11, maxLength: 11 },
    );
    const number = fc.tuple(fc.stringMatching(/^\d{7,12}$/), separators, fc.boolean()).map(
      // Commas between thousands are money alone.
      ([digits, between, isPlain]) =>
        isPlain
          ? digits
          : Array.from(digits, (digit, at) => digit + (at < digits.length - 1 ? between[at] : '')).join(''),
    );
    fc.assert(
      fc.property(signs, number, signs, (before, digits, after) => {
        const masked = maskNumbersInText(`Loan ${before}${digits}${after} end`);
        expect(masked.replace(/\D/g, '').length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('hides the account’s own number in whatever form it has', () => {
    expect(maskNumbersInText('Business AB777', 'AB777')).toBe('Business •••• 77');
  });

  it.each(['\n', ' ', '_', '.', '*', '\u200b'])('hides the account’s own number across 40 of %j', (sign) => {
    const title = `Chequing 123${sign.repeat(40)}4567`;
    expect(maskNumbersInText(title, '1234567')).toBe('Chequing •••• 4567');
    expect(maskTitle(title, { accountNumber: '1234567' }, '•••• 4567')).toBe('Chequing');
  });
});
