import { describe, expect, it } from 'vitest';
import { accountTypeLabel } from './accountTypeLabel.ts';

describe('accountTypeLabel', () => {
  it.each([
    ['Chequing', 'en', 'Chequing'],
    ['Chequing', 'fr-CA', 'Compte-chèques'],
    ['TFSA', 'fr', 'CELI'],
    ['PropertyInsurance', 'en', 'Property insurance'],
    ['toString', 'en', 'To string'],
  ])('writes %s in %s as %s', (type, locale, label) => {
    expect(accountTypeLabel(type, locale)).toBe(label);
  });
});
