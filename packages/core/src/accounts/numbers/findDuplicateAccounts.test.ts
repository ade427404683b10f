import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import { findDuplicateAccounts } from './findDuplicateAccounts.ts';
import { toConnectedAccount } from '../eft/toConnectedAccount.ts';

const certainty = (first: Parameters<typeof sampleAccount>[0], second: Parameters<typeof sampleAccount>[0]) =>
  findDuplicateAccounts([sampleAccount(first)], [sampleAccount({ id: 'account-2', ...second })])[0]
    ?.certainty;

describe('findDuplicateAccounts', () => {
  it.each([
    ['one full number at one place', {}, {}, 'same'],
    ['written another way', { transitNumber: '000-42' }, {}, 'same'],
    ['institution 0009', { institutionNumber: '0009' }, {}, 'same'],
    ['transit without its zero', { transitNumber: '0042' }, {}, 'same'],
    ['electronic form', { transitNumber: '000900042', institutionNumber: null }, {}, 'same'],
    ['a number without its zeros', { accountNumber: '0012345' }, { accountNumber: '12345' }, 'likely'],
    ['one masked number', { accountNumber: 'XXX0001' }, {}, 'likely'],
    ['one number at two banks', {}, { institutionNumber: '010' }, undefined],
    ['two numbers', {}, { accountNumber: '9990002' }, undefined],
    ['one id', {}, { id: 'account-1', accountNumber: '9990002' }, 'same'],
    ['all that is visible agrees', { transitNumber: null }, { transitNumber: null }, 'likely'],
    ['another currency', { transitNumber: null }, { transitNumber: null, currency: 'USD' }, undefined],
    ['nothing to compare', { accountNumber: null }, { accountNumber: null }, undefined],
  ])('%s', (_, first, second, expected) => {
    expect(certainty(first, second)).toBe(expected);
  });

  it('compares what the browser has, by the mask', () => {
    const linked = toConnectedAccount(sampleAccount(), { connectionId: 'c1' });
    const incoming = toConnectedAccount(sampleAccount({ id: 'account-2' }), { connectionId: 'c2' });
    expect(findDuplicateAccounts([linked], [incoming])).toEqual([{ linked, incoming, certainty: 'likely' }]);
  });

  it('pairs each account at most once', () => {
    const incoming = [sampleAccount({ id: 'b' }), sampleAccount({ id: 'c' })];
    expect(findDuplicateAccounts([sampleAccount({ id: 'a' })], incoming)).toHaveLength(1);
  });
});
