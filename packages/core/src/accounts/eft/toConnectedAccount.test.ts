import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import { toConnectedAccount } from './toConnectedAccount.ts';

const whole = sampleAccount({
  title: 'Sample Chequing 9990001 (00042-009)',
  holder: {
    name: 'Sample Holder',
    email: 'holder@example.test',
    phoneNumber: '(514) 555-0100',
    address: null,
  },
});

describe('toConnectedAccount', () => {
  it('lets no full number and no holder out, not even inside the title', () => {
    const text = JSON.stringify(toConnectedAccount(whole, { connectionId: 'c' }));
    for (const secret of ['9990001', '00042', '"009"', 'Sample Holder', 'holder@example.test', '555-0100']) {
      expect(text).not.toContain(secret);
    }
  });

  it('names the bank as the connection does, so that a policy for many banks finds its own', () => {
    const account = toConnectedAccount(whole, { connectionId: 'c', institution: 'SampleBank' });
    expect(account.institution).toBe('SampleBank');
  });

  it('lists which numbers are present, and assesses where the facts are', () => {
    expect(toConnectedAccount(whole, { connectionId: 'c' })).toMatchObject({
      connectionId: 'c',
      mask: '•••• 0001',
      title: 'Sample Chequing',
      presence: { accountNumber: true, transitNumber: true, institutionNumber: true },
      eft: { status: 'eligible' },
      eTransfer: { status: 'eligible' },
    });
  });

  it('option: expose lets exactly the named fields through', () => {
    const account = toConnectedAccount(whole, { connectionId: 'c', expose: ['transitNumber'] });
    expect(account.transitNumber).toBe('00042');
    expect(account).not.toHaveProperty('accountNumber');
    expect(account).not.toHaveProperty('holder');
  });

  it('option: policy decides the assessment', () => {
    const policy = { deniedInstitutions: ['009'] };
    expect(toConnectedAccount(whole, { connectionId: 'c', policy }).eft.status).toBe('ineligible');
  });

  it('keeps the last four of a number back when they are nearly all of it', () => {
    const short = sampleAccount({ accountNumber: '12345', lastFourDigits: '2345' });
    expect(toConnectedAccount(short, { connectionId: 'c' })).toMatchObject({
      lastFourDigits: null,
      mask: '•••• 45',
    });
  });

  it.each([
    ['Everyday Chequing 1234567', 'Everyday Chequing'],
    ['Everyday Chequing *4567', 'Everyday Chequing'],
    ['Everyday Chequing (4567)', 'Everyday Chequing'],
    ['Everyday Chequing - 4567', 'Everyday Chequing'],
    ['Chequing ending in 4567', 'Chequing'],
    ['Compte se terminant par 4567', 'Compte'],
    ['xxxx4567 Chequing', 'Chequing'],
    ['Chequing (123) 4567', 'Chequing'],
    ['Chequing (1234567', 'Chequing'],
    ['(12345) 67 Chequing', 'Chequing'],
    ['(1234567 joint) Chequing', '(joint) Chequing'],
    ['Chequing (joint 1234567)', 'Chequing (joint)'],
    ['Chequing <4567>', 'Chequing'],
    ['Chequing “4567”', 'Chequing'],
    ['Compte « 1234567 »', 'Compte'],
    ['Chequing [1234567] CAD', 'Chequing CAD'],
    ['Chequing no. 4567', 'Chequing'],
    ['Compte n° 4567', 'Compte'],
    ['Compte no 1234567', 'Compte'],
    ['Chequing ending 4567', 'Chequing'],
    ['Chequing, ending in 1234567', 'Chequing'],
    ['Piano 4567', 'Piano'],
    ['Chequing ＊＊4567', 'Chequing'],
    ['Chequing ____4567', 'Chequing'],
    ['Chequing □□□□4567', 'Chequing'],
    ['Chequing \u200f4567', 'Chequing'],
    ['Savings+ 4567', 'Savings+'],
    ['Home 🏠 4567', 'Home 🏠'],
    ['1234567', null],
    ['•••• 4567', null],
    ['Chequing 1.2_3:4~5 6x7', 'Chequing'],
    ['Chequing １２３４５６７', 'Chequing'],
    ['Chequing ١٢٣٤٥٦٧', 'Chequing'],
    ['Sample 0042-009-1234567', 'Sample'],
    ['Chequing 14567', 'Chequing •••• 67'],
    ['Chequing 9990009 1234567', 'Chequing •••• 0009'],
  ])('shows the mask beside the title %j once', (title, expected) => {
    const account = toConnectedAccount(sampleAccount({ title, accountNumber: '1234567' }), {
      connectionId: 'c',
    });
    expect(account).toMatchObject({ title: expected, mask: '•••• 4567' });
  });

  it('hides the account’s own digits whatever stands between them', () => {
    const separators = fc.array(
      fc.string({ unit: fc.constantFrom(...' .-_/:~|•*xé('.split(''), '\u00a0', '😀'), maxLength: 4 }),
      {
        minLength: 6,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(separators, (between) => {
        const number = Array.from('1234567', (digit, index) => digit + (between[index] ?? '')).join('');
        const { title } = toConnectedAccount(
          sampleAccount({ title: `Chequing ${number} end`, accountNumber: '1234567' }),
          { connectionId: 'c' },
        );
        expect(title?.replace(/\D/g, '')).toBe('');
      }),
    );
  });

  it.each(['XXXXXXX4567', '111122XXXXXX1111', '4567', '0000000'])(
    'holds no usable number for %s',
    (accountNumber) => {
      const account = toConnectedAccount(sampleAccount({ accountNumber }), { connectionId: 'c' });
      expect(account.presence).toEqual({
        accountNumber: false,
        transitNumber: true,
        institutionNumber: true,
      });
    },
  );
});
