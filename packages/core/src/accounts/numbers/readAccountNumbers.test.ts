import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessEft } from '../eft/assessEft.ts';
import { parseAccounts } from '../parse/parseAccounts.ts';
import { formatRouting, readAccountNumbers } from './readAccountNumbers.ts';

describe('formatRouting', () => {
  it.each([
    ['00042', '009', '000900042', '00042-009'],
    ['000-42', '009', '000900042', '00042-009'],
    ['0042', '009', '000900042', '00042-009'],
    ['042', '009', null, null],
    ['000900042', null, '000900042', '00042-009'],
    ['00042', null, null, null],
    [null, '009', null, null],
  ])('writes transit %s and institution %s', (transitNumber, institutionNumber, electronic, cheque) => {
    expect(formatRouting({ transitNumber, institutionNumber })).toBe(electronic);
    expect(formatRouting({ transitNumber, institutionNumber }, 'cheque')).toBe(cheque);
  });
});

describe('readAccountNumbers', () => {
  it('never reads other numbers from a field of two, wherever its separators stand', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    fc.assert(
      fc.property(digits(5), digits(3), fc.boolean(), (transit, institution, hasZero) => {
        const cheque = `${transit}-${hasZero ? '0' : ''}${institution}`;
        const electronic = `0${institution}-${transit}`;
        for (const transitNumber of [cheque, electronic, electronic.replace('-', '')]) {
          const read = readAccountNumbers({ transitNumber });
          expect([null, transit]).toContain(read.transitNumber);
          expect([null, institution]).toContain(read.institutionNumber);
        }
      }),
    );
  });

  it.each([
    ['003', '003'],
    ['0003', '003'],
    [' 003 ', '003'],
    ['3', null],
    ['1003', null],
    ['000', null],
    ['0000', null],
    ['00A', null],
    ['•03', null],
    ['-003', null],
    [null, null],
  ])('reads institution %j as %j', (institutionNumber, expected) => {
    expect(readAccountNumbers({ institutionNumber }).institutionNumber).toBe(expected);
  });

  it.each([
    ['12345', '003', '12345', '003'],
    ['123-45', '003', '12345', '003'],
    ['1234', '003', '01234', '003'],
    ['00000', '003', null, '003'],
    ['0000', '003', null, '003'],
    ['000312345', '003', '12345', '003'],
    ['000312345', '0003', '12345', '003'],
    ['000312345', null, '12345', '003'],
    ['12345-003', '003', '12345', '003'],
    ['12345-003', null, '12345', '003'],
    ['12345–003', '', '12345', '003'],
    ['000312345', '010', null, '010'],
    ['12345-003', 'XX3', null, null],
    ['12345003', '003', null, '003'],
    ['100312345', '003', null, '003'],
    ['000000345', null, null, null],
    ['003-12345', '003', null, '003'],
    ['XX345', '003', null, '003'],
    ['12345---003', '003', null, '003'],
    ['-12345', '003', null, '003'],
    ['009-42', '009', null, '009'],
    ['009-42', '003', '00942', '003'],
    // Both numbers in one field, in every spelling.
    ['0003-12345', null, '12345', '003'],
    ['0-003-12345', null, '12345', '003'],
    ['0003 12345', '003', '12345', '003'],
    ['00042-0009', null, '00042', '009'],
    ['01234-0003', null, '01234', '003'],
    ['01234 0003', '123', null, '123'],
    ['00042-0009', '004', null, '004'],
    ['0-12345-003', null, null, null],
    ['00612 3456', null, null, null],
    ['０００３１２３４５', null, '12345', '003'],
    ['12345\u2011003\u200b', null, '12345', '003'],
  ])(
    'reads transit %j beside institution %j as %j and %j',
    (transitNumber, institutionNumber, transit, institution) => {
      expect(readAccountNumbers({ transitNumber, institutionNumber })).toMatchObject({
        transitNumber: transit,
        institutionNumber: institution,
        transitZeroRestored: transitNumber === '1234',
      });
    },
  );

  it.each([
    ['1234 567', '1234567', false],
    ['12-34567', '1234567', false],
    ['0012345', '0012345', false],
    ['123456789012', '123456789012', false],
    ['12345', '12345', true],
    ['999001', '999001', true],
    ['1234', null, false],
    ['1234567890123', null, false],
    ['0000000', null, false],
    ['XXXXXXX4567', null, false],
    ['••••4567', null, false],
    ['1234567A', null, false],
    // A dash stands between digits. More of them, or one at an end, hide some.
    ['12 - 34567', '1234567', false],
    ['-------1234567', null, false],
    ['––––5678901', null, false],
    ['12------3456789', null, false],
    ['12- -3456789', null, false],
    ['-1234567', null, false],
    ['1234567-', null, false],
    // Invisible characters and full-width digits change nothing; numerals that are no digits are none.
    ['1234\u200b567', '1234567', false],
    ['\u200e1234567', '1234567', false],
    ['\u202a1234567\u202c', '1234567', false],
    ['1234\u00ad567', '1234567', false],
    ['１２３４５６７', '1234567', false],
    ['1234567²', null, false],
    ['①234567', null, false],
  ])('reads account %j as %j', (raw, accountNumber, isShortAccountNumber) => {
    expect(readAccountNumbers({ accountNumber: raw })).toMatchObject({ accountNumber, isShortAccountNumber });
  });

  it.each([
    ['00042-9990001', null],
    ['0042 9990001', null],
    ['42-9990001', null],
    ['009 9990001', null],
    ['0009-9990001', null],
    ['00042-009-9990', null],
    ['000900042-999', null],
    ['00043-9990001', '000439990001'],
    ['0090-9990001', '00909990001'],
    ['999-0042', '9990042'],
    ['000429990001', '000429990001'],
  ])('reads account %j of transit 00042 and institution 009 as %j', (accountNumber, expected) => {
    const route = { transitNumber: '00042', institutionNumber: '0009' };
    expect(readAccountNumbers({ ...route, accountNumber })).toMatchObject({ accountNumber: expected });
    expect(readAccountNumbers({ transitNumber: '00042-009', accountNumber }).accountNumber).toBe(expected);
  });

  it('reads no account number of a row without Id, which is another account in the next answer', () => {
    const row = { Category: 'Operations', AccountNumber: '9990001', TransitNumber: '00042' };
    const body = { Accounts: [{ ...row, InstitutionNumber: '009', EftEligibleRatio: 1 }] };
    const [account] = parseAccounts(body, { source: 'detail' }).accounts;
    expect(account && readAccountNumbers(account)).toMatchObject({ accountNumber: null });
    expect(account && assessEft(account)).toMatchObject({
      status: 'ineligible',
      missing: ['accountNumber'],
    });
  });
});
