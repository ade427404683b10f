import { type Connection, type ConnectSession, groupAccounts, idleSession } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import * as kit from '../src/index.ts';
import { connected, sampleAccounts, snapshot } from './sampleAccounts.ts';
import { sampleConnect } from './sampleConnect.ts';
import { sampleConnection, sampleNow } from './sampleConnection.ts';

const query = (over: object): kit.AccountsInput => ({
  data: undefined,
  error: null,
  isFetching: false,
  fetchStatus: 'idle',
  refetch: () => {},
  ...over,
});
const kitError = (code: string) => new kit.FlinksKitError('For developers.', { code });
const pending = { status: 'pending', accounts: [], retryAfterMs: 1000 } as const;

const accountsInputs: Readonly<Record<string, kit.AccountsInput>> = {
  idle: query({}),
  loading: query({ fetchStatus: 'fetching', isFetching: true }),
  paused: query({ fetchStatus: 'paused' }),
  pending: query({ data: snapshot(pending) }),
  'pending until': query({ data: snapshot({ ...pending, givesUpAt: '2026-11-20T14:35:00Z' }) }),
  partial: query({
    data: snapshot({ status: 'partial', accounts: [connected()], asOf: null, retryAfterMs: 1000 }),
  }),
  ready: query({ data: snapshot() }),
  empty: query({ data: snapshot({ accounts: [] }) }),
  error: query({ error: kitError('network') }),
  gone: query({ error: kitError('connection-not-found') }),
  stale: query({ data: snapshot(), error: kitError('needs-user') }),
};

const health = (status: Connection['health']['status'], flinksCode: string | null = null) =>
  sampleConnection({ health: { status, flinksCode } });

const connections: Readonly<Record<string, Connection>> = {
  ok: sampleConnection(),
  'nightly on': sampleConnection({ nightlyRefresh: true }),
  'nightly stopped': { ...health('needs-user', 'INVALID_PASSWORD'), nightlyRefresh: true },
  'never read': sampleConnection({ lastRefreshAt: null, accounts: null, verification: 'unverified' }),
  cooldown: sampleConnection({ refreshableAt: '2026-11-20T15:10:00Z' }),
  pending: health('pending'),
  'needs user': health('needs-user'),
  'needs bank': health('needs-user', 'DISABLED_LOGIN'),
  unavailable: health('unavailable', 'RETRY_LATER'),
  deleting: health('deleting'),
  duplicate: sampleConnection({
    duplicates: [{ connectionId: 'connection-2', accountIds: ['account-1'], certainty: 'same' }],
  }),
  'missing account': sampleConnection({ hasMissingAccounts: true }),
  'right to left': sampleConnection({ institutionName: '\u202Eknab' }),
};

const live = {
  sessionId: 's1',
  offline: false,
  slow: null,
  attempt: 1,
  lastError: null,
  popupBlocked: false,
};
const failure = (code: string, retry: boolean) => ({
  code,
  retry,
  message: code,
  flinksCode: null,
  cause: undefined,
});

// Made by hand and not by an engine: a component may meet any of them, in any order.
const sessions: Readonly<Record<string, object>> = {
  idle: idleSession,
  preparing: { ...live, status: 'preparing' },
  loading: { ...live, status: 'loading' },
  'slow frame': { ...live, status: 'loading', slow: 'frame' },
  credentials: { ...live, status: 'active', stage: 'credentials' },
  mfa: { ...live, status: 'active', stage: 'mfa', slow: 'mfa-expiring' },
  'slow bank': { ...live, status: 'active', stage: 'verifying', slow: 'bank' },
  offline: { ...live, status: 'active', stage: 'verifying', offline: true },
  blocked: { ...live, status: 'active', stage: 'bank-window', popupBlocked: true },
  linking: { ...live, status: 'linking' },
  connected: { status: 'connected', connection: sampleConnection(), report: {} },
  failed: { status: 'failed', error: failure('session-refused', true), report: {} },
  'failed for good': { status: 'failed', error: failure('frame-not-mounted', false), report: {} },
};

function connectAt(session: object): kit.UseFlinksConnectResult {
  if (!isSession(session)) throw new TypeError('This is no session.');
  return sampleConnect(session);
}

function isSession(value: object): value is ConnectSession {
  return 'status' in value;
}

const mapStates = <State,>(states: Readonly<Record<string, State>>, draw: (state: State) => ReactElement) =>
  Object.entries(states).map(([name, state]) => ({ name, element: draw(state) }));

const inList = (row: ReactElement) => <ul>{row}</ul>;
const cardOnly = sampleAccounts.filter(({ category }) => category === 'Credits');
const groups = Object.fromEntries(groupAccounts(sampleAccounts).map((group) => [group.category, group]));
const byTitle = Object.fromEntries(sampleAccounts.map((account) => [account.id, account]));
const incomplete = groupAccounts([
  connected(),
  connected({ id: 'x', balance: { available: null, current: null, limit: null } }),
]);

/** Every component of the entry point, in all its view states. */
export const viewStates: Readonly<Record<string, readonly { name: string; element: ReactElement }[]>> = {
  AccountBalance: mapStates(byTitle, (account) => <kit.AccountBalance account={account} />),
  AccountGroup: mapStates({ ...groups, incomplete: incomplete[0]! }, (group) => (
    <kit.AccountGroup group={group} />
  )),
  AccountList: mapStates(accountsInputs, (accounts) => (
    <kit.AccountList accounts={accounts} empty="Nothing" />
  )),
  AccountPicker: mapStates({ ...accountsInputs, 'none usable': cardOnly }, (accounts) => (
    <kit.AccountPicker accounts={accounts} name="account" />
  )),
  AccountRow: mapStates({ ...byTitle, unmasked: connected({ accountNumber: null }) }, (account) =>
    inList(<kit.AccountRow account={account} />),
  ),
  ConnectionCard: mapStates(connections, (connection) => (
    <kit.ConnectionCard connection={connection} connect={{ open: () => {} }} now={sampleNow} />
  )),
  ConnectionList: mapStates(
    {
      loading: { data: undefined, error: null },
      paused: { data: undefined, error: null, fetchStatus: 'paused' },
      idle: { data: undefined, error: null, fetchStatus: 'idle' },
      error: { data: undefined, error: kitError('network') },
      empty: { data: [], error: null },
      ready: { data: [sampleConnection()], error: null },
    },
    (list) => (
      <kit.ConnectionList connections={{ ...list, refetch: () => {} }} empty="None" now={sampleNow} />
    ),
  ),
  ConnectButton: mapStates(sessions, (session) => <kit.ConnectButton connect={connectAt(session)} />),
  ConnectProgress: mapStates(sessions, (session) => <kit.ConnectProgress connect={connectAt(session)} />),
  EftBadge: mapStates(byTitle, ({ eft }) => <kit.EftBadge assessment={eft} />),
  FlinksConnect: mapStates(sessions, (session) => <kit.FlinksConnect connect={connectAt(session)} />),
  FlinksConnectDialog: mapStates(sessions, (session) => (
    <kit.FlinksConnectDialog connect={connectAt(session)} />
  )),
  InstitutionPicker: mapStates(
    {
      loading: { data: undefined, error: null },
      error: { data: undefined, error: kitError('network') },
      offline: { data: undefined, error: null, fetchStatus: 'paused' as const },
      idle: { data: undefined, error: null, fetchStatus: 'idle' as const },
      banks: { data: [{ id: '1', name: 'Sample Bank', country: null }], error: null },
      many: {
        data: Array.from({ length: 41 }, (_, index) => ({
          id: `${index}`,
          name: `B ${index}`,
          country: null,
        })),
        error: null,
      },
    },
    (institutions) => (
      <kit.InstitutionPicker
        institutions={{ ...institutions, refetch: () => {} }}
        connect={{ open: () => {} }}
      />
    ),
  ),
  InstitutionLogo: mapStates({ one: 'Sample Bank', other: 'Maple Trust' }, (name) => (
    <kit.InstitutionLogo name={name} />
  )),
  ReconnectBanner: mapStates(
    {
      loading: undefined,
      none: [connections.ok!],
      one: [connections['needs user']!],
      several: [connections['needs user']!, { ...connections['needs bank']!, id: 'connection-2' }],
    },
    (data) => <kit.ReconnectBanner connections={{ data }} connect={{ open: () => {} }} />,
  ),
  RemedyMessage: mapStates(
    {
      retry: 'RETRY_LATER',
      password: 'INVALID_PASSWORD',
      disabled: 'DISABLED_LOGIN',
      unknown: 'SOMETHING_NEW',
    },
    (flinksCode) => <kit.RemedyMessage flinksCode={flinksCode} source="widget" onAction={() => {}} />,
  ),
};
