import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFrench, normalizeLocale } from './locale.ts';

describe('normalizeLocale', () => {
  test.each<[unknown, string | null]>([
    ['fr-CA', 'fr-CA'],
    ['fr_CA', 'fr-CA'],
    ['FR_ca', 'fr-CA'],
    ['en_CA', 'en-CA'],
    ['en-US@posix', 'en-US'],
    ['fr_CA.UTF-8', 'fr-CA'],
    ['fr-CA,fr;q=0.9', 'fr-CA'],
    [' fr ', 'fr'],
    ['C', null],
    ['POSIX', null],
    ['*', null],
    ['', null],
    ['English (Canada)', null],
    ['qq-QQ', null],
    ['en_CA.UTF-8', 'en-CA'],
    [',', null],
    [',fr', null],
    [';q=0.8', null],
    ['fr_', null],
    ['-', null],
    ['\u0000', null],
    ['\ud800', null],
    ['fr'.repeat(5000), null],
    ['fr-'.repeat(5000), null],
    [`fr${',en'.repeat(5000)}`, 'fr'],
    [`en-u-${'abc-'.repeat(2500)}`, null],
    [['fr'], null],
    [{ toString: null }, null],
    [undefined, null],
    [null, null],
    [7, null],
  ])('reads %j as %j', (locale, expected) => {
    expect(normalizeLocale(locale)).toBe(expected);
  });
});

describe('any text', () => {
  test('is a locale that Intl takes, or none', () => {
    const parts = fc.constantFrom(
      ...['*', ',', ';', '.', '@', '-', '_', ' ', '\n', '\u0000'],
      'fr',
      'CA',
      'en',
      'q=0.9',
      'UTF-8',
      'x',
      'u',
      '1996',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((given) => given.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const locale = normalizeLocale(text);
        if (locale !== null) expect(() => new Intl.DateTimeFormat(locale)).not.toThrow();
        expect(typeof isFrench(text)).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isFrench', () => {
  test.each([
    ['fr', true],
    ['fr-CA', true],
    ['fr_CA', true],
    ['FR', true],
    ['fr@posix', true],
    ['frr', false],
    ['fra', false],
    ['en-FR', false],
    ['', false],
  ])('of %j is %j', (locale, expected) => {
    expect(isFrench(locale)).toBe(expected);
  });
});
