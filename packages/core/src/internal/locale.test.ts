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
    [undefined, null],
    [null, null],
    [7, null],
  ])('reads %j as %j', (locale, expected) => {
    expect(normalizeLocale(locale)).toBe(expected);
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
