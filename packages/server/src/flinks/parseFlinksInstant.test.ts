import { describe, expect, test } from 'vitest';
import { parseFlinksInstant } from './parseFlinksInstant.ts';

describe('parseFlinksInstant', () => {
  test.each([
    ['seven digits without a zone, as captured', '2025-10-30T04:04:31.0777383', '2025-10-30T04:04:31.077Z'],
    ['six digits', '2025-10-30T04:04:31.077738', '2025-10-30T04:04:31.077Z'],
    ['no fraction', '2025-10-30T04:04:31', '2025-10-30T04:04:31.000Z'],
    ['hours of a zone alone', '2025-10-30T04:04:31+00', '2025-10-30T04:04:31.000Z'],
    ['spaces around it', ' 2025-10-30T04:04:31.1Z ', '2025-10-30T04:04:31.100Z'],
    ['a zone without a colon', '2025-10-30T04:04:31-0500', '2025-10-30T09:04:31.000Z'],
    ['a leap day', '2028-02-29T00:00:00', '2028-02-29T00:00:00.000Z'],
    ['a zone, should one ever come', '2025-10-30T04:04:31.5+02:00', '2025-10-30T02:04:31.500Z'],
  ])('%s is read as UTC', (_name, text, expected) => {
    expect(new Date(parseFlinksInstant(text) ?? 0).toISOString()).toBe(expected);
  });

  test.each([
    ['year 0001', '0001-01-01T00:00:00'],
    ['an empty text', ''],
    ['no text', null],
    ['a number', 1_760_000_000],
    ['nonsense', 'yesterday'],
    ['a day that no calendar has', '2026-02-30T10:00:00'],
    ['29 February of a common year', '2026-02-29T10:00:00Z'],
    ['hour 24', '2026-02-28T24:00:00'],
    ['a month and a year', 'Nov 2026'],
    ['a year', '2026'],
  ])('%s is never', (_name, value) => {
    expect(parseFlinksInstant(value)).toBeNull();
  });
});
