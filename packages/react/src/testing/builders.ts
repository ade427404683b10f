import {
  type Account,
  type AccountsSnapshot,
  type ConnectedAccount,
  type Connection,
  type ConnectionAccount,
  toConnectedAccount,
} from '@flinks-kit/core';

/**
 * An account as the browser receives it: a chequing account with complete EFT details. The facts are those of the
 * server's account, so that its EFT assessment, mask and presence flags follow from them.
 *
 * @example
 * fakeAccount({ title: 'Savings', eftEligibleRatio: 0 })
 */
export function fakeAccount(
  facts: Partial<Account> & { readonly connectionId?: string } = {},
): ConnectedAccount {
  const { connectionId = 'connection-1', ...own } = facts;
  const account: Account = {
    id: 'account-1',
    title: 'Everyday Chequing',
    category: 'Operations',
    type: 'Chequing',
    currency: 'CAD',
    balance: { available: 1180.25, current: 1234.5, limit: null },
    overdraftLimit: 0,
    accountNumber: '9990001',
    lastFourDigits: null,
    transitNumber: '99901',
    institutionNumber: '999',
    holder: { name: 'Sample Holder', email: null, phoneNumber: null, address: null },
    ownership: 'Personal',
    eftEligibleRatio: 1,
    eTransferEligibleRatio: 1,
    sources: { summary: true, detail: true },
    ...own,
  };
  return toConnectedAccount(account, { connectionId });
}

/** A healthy connection, made a day ago and refreshed an hour ago. */
export function fakeConnection(facts: Partial<Connection> = {}): Connection {
  return {
    id: 'connection-1',
    institution: 'FlinksCapital',
    institutionName: 'Flinks Capital',
    createdAt: ago(24 * hourMs),
    lastRefreshAt: ago(hourMs),
    accounts: [toListed(fakeAccount())],
    nightlyRefresh: null,
    verification: 'verified',
    duplicates: [],
    health: { status: 'ok', flinksCode: null },
    ...facts,
  };
}

/** An account as its connection lists it. */
export const toListed = ({ id, title, mask, category }: ConnectedAccount): ConnectionAccount => ({
  id,
  title,
  mask,
  category,
});

/** Accounts that are complete and were read an hour ago; `status: 'pending'` or `'partial'` polls once a second. */
export function fakeSnapshot(facts: Partial<AccountsSnapshot> = {}): AccountsSnapshot {
  const isReady = (facts.status ?? 'ready') === 'ready';
  return {
    status: 'ready',
    accounts: facts.status === 'pending' ? [] : [fakeAccount()],
    asOf: isReady ? ago(hourMs) : null,
    retryAfterMs: isReady ? null : 1000,
    ...facts,
  };
}

const hourMs = 3_600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
