import { describe, expect, it } from 'vitest';
import { institutionName, institutionNames } from './institutionNames.ts';

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

  it('has a name in both languages for each, and none twice', () => {
    const names = [...institutionNames.values()];
    for (const { en, fr } of names) expect([en.trim(), fr.trim()]).toEqual([en, fr]);
    expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
    expect(new Set(names.map(({ fr }) => fr)).size).toBe(names.length);
  });

  it('keeps numbers apart from Flinks’ own ids of institutions, where 3 is RBC and 14 the test bank', () => {
    for (const flinksId of ['1', '3', '7', '14']) expect(institutionName(flinksId, 'en')).toBeNull();
    expect(institutionName('014', 'en')).toBeNull();
  });
});
