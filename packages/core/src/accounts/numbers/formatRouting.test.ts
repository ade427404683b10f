import { describe, expect, it } from 'vitest';
import { formatRouting } from './formatRouting.ts';

describe('formatRouting', () => {
  it.each([
    ['00042', '009', '000900042', '00042-009'],
    ['000-42', '009', '000900042', '00042-009'],
    ['0042', '009', null, null],
    ['00042', null, null, null],
    [null, '009', null, null],
  ])('writes transit %s and institution %s', (transitNumber, institutionNumber, electronic, cheque) => {
    expect(formatRouting({ transitNumber, institutionNumber })).toBe(electronic);
    expect(formatRouting({ transitNumber, institutionNumber }, 'cheque')).toBe(cheque);
  });
});
