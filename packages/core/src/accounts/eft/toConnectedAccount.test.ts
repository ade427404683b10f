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

  it('says which numbers are there, and assesses where the facts are', () => {
    expect(toConnectedAccount(whole, { connectionId: 'c' })).toMatchObject({
      connectionId: 'c',
      mask: '•••• 0001',
      title: 'Sample Chequing •••• 0001 (•••• 2009)',
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
});
