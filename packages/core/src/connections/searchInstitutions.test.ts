import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchInstitutions } from './searchInstitutions.ts';

const named = (...names: readonly string[]) =>
  names.map((name, index) => ({ id: String(index), name, country: 'CA' }));
const search = (names: readonly string[], text: string) =>
  searchInstitutions(named(...names), text).map(({ name }) => name);

const banks = [
  'Banque Nationale',
  'Caisse du Fleuve – Québec',
  'TD Canada Trust',
  'Crédit Sœurs',
  'People’s Bank',
  'Sotd',
];

describe('searchInstitutions', () => {
  it.each([
    ['TD', ['TD Canada Trust', 'Sotd']],
    ['quebec', ['Caisse du Fleuve – Québec']],
    ['QUÉBEC  caisse', ['Caisse du Fleuve – Québec']],
    ['soeur', ['Crédit Sœurs']],
    ['peoples', ['People’s Bank']],
    ["people's b", ['People’s Bank']],
    ['ban', ['Banque Nationale', 'People’s Bank']],
    ['trust bank', []],
  ])('%s finds %j', (text, expected) => {
    expect(search(banks, text)).toEqual(expected);
  });

  it('returns the very list without a word to search for', () => {
    const list = named(...banks);
    for (const text of ['', '  ', '’', '-']) expect(searchInstitutions(list, text)).toBe(list);
  });

  it('finds each name by itself, whatever its case and accents, and never one twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (names, text) => {
        const list = named(...names);
        for (const institution of list) {
          expect(searchInstitutions(list, institution.name.toUpperCase().toLowerCase())).toContain(
            institution,
          );
        }
        const found = searchInstitutions(list, text);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
