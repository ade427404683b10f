import { describe, expect, test } from 'vitest';
import { parseFlinksInstant } from './parseFlinksInstant.ts';

describe('parseFlinksInstant', () => {
  test.each([
    ['seven digits without a zone, as captured', '2025-10-30T04:04:31.0777383', '2025-10-30T04:04:31.077Z'],
    ['six digits', '2025-10-30T04:04:31.077738', '2025-10-30T04:04:31.077Z'],
    ['no fraction', '2025-10-30T04:04:31', '2025-10-30T04:04:31.000Z'],
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
  ])('%s is never', (_name, value) => {
    expect(parseFlinksInstant(value)).toBeNull();
  });
});
