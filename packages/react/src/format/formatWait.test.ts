import { describe, expect, it } from 'vitest';
import { formatWait } from './formatWait.ts';

describe('formatWait', () => {
  it.each([
    [0, 'en', null],
    [60_000, 'en', null],
    [60_001, 'en', '2 min'],
    [240_000, 'fr-CA', '4 min'],
    [90 * 60_000, 'en', '90 min'],
    [91 * 60_000, 'fr-CA', '2 h'],
  ])('writes %d ms in %s as %s', (wait, locale, text) => {
    expect(formatWait(wait, locale)?.replace(/\s/u, ' ') ?? null).toBe(text);
  });
});
