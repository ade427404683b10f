import { describe, expect, test } from 'vitest';
import { formatDateTime, formatTime } from './formatDateTime.ts';

const moment = '2026-11-20T14:05:00Z';
const zone = 'America/Toronto';
const nbsp = '\u00A0';

describe('formatDateTime', () => {
  test.each([
    ['en', `Nov 20, 2026, 9:05${nbsp}AM`],
    ['en-CA', `Nov 20, 2026, 9:05${nbsp}a.m.`],
    ['fr-CA', `20 nov. 2026, 09${nbsp}h${nbsp}05`],
  ])('a moment in %s is written in the zone asked for, and its time on one line', (locale, text) => {
    expect(formatDateTime(moment, locale, zone)).toBe(text);
  });

  test.each([
    ['en', `9:05${nbsp}AM`],
    ['fr-CA', `09${nbsp}h${nbsp}05`],
  ])('a time of day in %s', (locale, text) => {
    expect(formatTime(moment, locale, zone)).toBe(text);
  });

  test('what is no date comes back as it is', () => {
    expect(formatDateTime('soon', 'en')).toBe('soon');
  });
});
