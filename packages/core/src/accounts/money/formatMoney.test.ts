import { describe, expect, it } from 'vitest';
import { formatMoney } from './formatMoney.ts';

const nbsp = '\u00A0';

describe('formatMoney', () => {
  it.each([
    [1234.5, 'CAD', 'en', '$1,234.50'],
    [1234.5, 'CAD', 'en-CA', '$1,234.50'],
    [25, 'USD', 'en', 'US$25.00'],
    [1234.5, 'CAD', 'fr-CA', `1${nbsp}234,50${nbsp}$`],
    [25, 'USD', 'fr', `25,00${nbsp}$${nbsp}US`],
    [-0, 'CAD', 'en', '$0.00'],
    [-0.001, 'CAD', 'en', '$0.00'],
    [-0.004, 'CAD', 'fr', `0,00${nbsp}$`],
    [-0.005, 'CAD', 'en', '-$0.01'],
    [-0.4, 'JPY', 'en', 'JP¥0'],
    [-0.001, null, 'en', '0.00'],
    [-42.1, 'CAD', 'en', '-$42.10'],
    [7, null, 'en', '7.00'],
    [7, 'nonsense', 'en', '7.00'],
  ])('writes %d %s in %s', (amount, currency, locale, text) => {
    expect(formatMoney(amount, currency, locale)).toBe(text);
  });

  it.each(['fr_CA', 'en_CA', 'en-US@posix', 'C', '', '*', 'fr-CA,fr;q=0.9', 'x', 'not a locale'])(
    'never throws for the locale %j',
    (locale) => {
      const expected = locale.startsWith('fr') ? `7,50${nbsp}$` : /\$7\.50$/;
      expect(formatMoney(7.5, 'CAD', locale)).toMatch(expected);
    },
  );
});
