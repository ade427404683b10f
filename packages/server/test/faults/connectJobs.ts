import { testOrigin } from '../startTestServer.ts';
import { hasAccounts, isReceived, isWhole } from './claims.ts';
import type { Job } from './Job.ts';
import { comeBack, connectReady, refreshAll } from './scenes.ts';

/** What happens on the way to a connection. */
export const connectJobs: readonly Job[] = [
  {
    name: 'a session',
    calls: ['GenerateAuthorizeToken'],
    async prepare(stage) {
      const { clientOf } = stage;
      let connectUrl = '';
      return {
        ask: async () => void ({ connectUrl } = await clientOf('ann').openSession({})),
        isDone: async () => connectUrl.includes('authorizeToken='),
        // A session whose address was returned is stored.
        keeps: async () =>
          connectUrl === '' || (await stage.store.list({ kind: 'session', limit: 9 })).length > 0,
      };
    },
  },
  {
    name: 'a session that reconnects',
    calls: ['GenerateAuthorizeToken', 'Authorize'],
    async prepare(stage) {
      const { client, connection } = await connectReady(stage, 'Greatday');
      let connectUrl = '';
      return {
        ask: async () => void ({ connectUrl } = await client.openSession({ connectionId: connection.id })),
        isDone: async () => connectUrl.includes('authorizeToken='),
        keeps: () => hasAccounts(stage, connection.id),
      };
    },
  },
  {
    name: 'a link and its first reads',
    calls: [
      'GenerateAuthorizeToken',
      'Authorize',
      'GetAccountsSummary',
      'GetAccountsDetail',
      'GetAccountsDetailAsync',
    ],
    async prepare(stage) {
      const link = await comeBack(stage);
      const client = stage.clientOf('ann');
      return {
        ask: () => client.linkConnection(link),
        isDone: () => isWhole(stage),
        keeps: () => isReceived(stage),
        mend: () => refreshAll(stage),
      };
    },
  },
  {
    name: 'a first read whose Summary takes its time',
    calls: ['GetAccountsSummaryAsync'],
    async prepare(stage) {
      const { client, connection } = await stage.link('ann');
      stage.sandbox.faults.add({ kind: 'pending', endpoint: 'GetAccountsSummary', times: 1 });
      return {
        ask: () => client.getAccounts(connection.id),
        isDone: () => isWhole(stage),
        keeps: () => isReceived(stage),
        mend: () => refreshAll(stage),
      };
    },
  },
  {
    name: 'a return of the whole page',
    calls: ['GenerateAuthorizeToken', 'Authorize'],
    async prepare(stage) {
      const { connectUrl } = await stage.clientOf('ann').openSession({});
      const { loginId, accountIds } = stage.sandbox.login({ username: 'greatday_nomfa' });
      const landing = new URL(new URL(connectUrl).searchParams.get('redirectUrl') ?? testOrigin);
      landing.searchParams.set('loginId', loginId);
      landing.searchParams.set('accountId', accountIds.join(','));
      const headers = { 'x-test-user': 'ann', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
      return {
        ask: () => stage.flinks.handler(new Request(landing, { headers })),
        isDone: () => isWhole(stage),
        keeps: () => isReceived(stage),
        mend: () => refreshAll(stage),
      };
    },
  },
];
