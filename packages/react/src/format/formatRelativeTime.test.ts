import { describe, expect, it } from 'vitest';
import { formatRelativeTime } from './formatRelativeTime.ts';

const now = Date.parse('2026-11-20T15:05:00Z');

describe('formatRelativeTime', () => {
  it.each([
    ['2026-11-20T15:04:01Z', 'en', null],
    ['2026-11-20T15:04:00Z', 'en', '1 minute ago'],
    ['2026-11-20T14:05:01Z', 'fr-CA', 'il y a 59 minutes'],
    ['2026-11-20T14:05:00Z', 'en', '1 hour ago'],
    ['2026-11-19T15:05:00Z', 'en', '1 day ago'],
    ['2026-11-11T15:05:00Z', 'fr-CA', 'il y a 9 jours'],
    ['2026-11-20T15:06:00Z', 'en', null],
    ['soon', 'en', null],
  ])('writes %s in %s as %s', (iso, locale, text) => {
    expect(formatRelativeTime(iso, now, locale)).toBe(text);
  });
});
