import { parseAccounts } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { createConnectedAccounts } from './createConnectedAccounts.ts';

const [account] = parseAccounts([
  { Id: 'a', Title: 'Chequing', AccountNumber: '1234567', TransitNumber: '00001', InstitutionNumber: '777' },
]).accounts;
if (account === undefined) throw new Error('The account of the test was not parsed.');
const connection = { id: 'connection', institution: 'Bank', institutionName: null };

describe('createConnectedAccounts', () => {
  test('a stored account is assessed once, and again for another connection or a new name of the bank', () => {
    const toConnected = createConnectedAccounts({ expose: undefined, policy: undefined });
    const first = toConnected(account, connection, null);
    expect(toConnected(account, { ...connection }, null)).toBe(first);
    expect(toConnected(account, { ...connection, institution: 'Banque' }, null).institution).toBe('Banque');
    const named = { ...connection, institutionName: 'The Bank' };
    expect(toConnected(account, named, null).institutionName).toBe('The Bank');
    expect(toConnected(account, { ...connection, id: 'other' }, null).connectionId).toBe('other');
    expect(toConnected(account, connection, null)).toEqual(first);
    expect(toConnected(account, connection, 'x').identity).toBe('x');
    // A new opening of the row.
    expect(toConnected({ ...account, title: 'Savings' }, connection, null).title).toBe('Savings');
  });

  test('no reader can change what the next one gets', () => {
    const connected = createConnectedAccounts({ expose: ['holder'], policy: undefined })(
      account,
      connection,
      null,
    );
    expect(Object.isFrozen(connected) && Object.isFrozen(connected.balance)).toBe(true);
    expect(Object.isFrozen(connected.eft)).toBe(true);
  });
});
