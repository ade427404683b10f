import { describe, expect, it } from 'vitest';
import { accountTypeLabel } from './accountTypeLabels.ts';
import { institutionName, institutionNames } from './institutionNames.ts';

describe('accountTypeLabel', () => {
  it.each([
    ['Chequing', 'en', 'Chequing'],
    ['Chequing', 'fr-CA', 'Compte-chèques'],
    ['TFSA', 'fr', 'CELI'],
    ['PropertyInsurance', 'en', 'Property insurance'],
    ['toString', 'en', 'To string'],
  ])('says %s in %s as %s', (type, locale, label) => {
    expect(accountTypeLabel(type, locale)).toBe(label);
  });
});

describe('institutionName', () => {
  it.each([
    ['003', 'en', 'Royal Bank of Canada'],
    ['006', 'fr-CA', 'Banque Nationale du Canada'],
    ['3', 'en', null],
    ['777', 'en', null],
  ])('knows number %s in %s as %s', (number, locale, name) => {
    expect(institutionName(number, locale)).toBe(name);
  });

  it('lists three-digit numbers only', () => {
    for (const number of institutionNames.keys()) expect(number).toMatch(/^\d{3}$/);
  });
});
