import { hasAccounts, isGoneAtFlinks, isGoneHere } from './claims.ts';
import type { BegunJob, Job } from './Job.ts';
import { connectReady, connectUnverified } from './scenes.ts';
import type { Stage } from './startStage.ts';

/** What happens to a connection that is there. */
export const connectionJobs: readonly Job[] = [
  {
    name: 'a refresh',
    calls: [
      'GenerateAuthorizeToken',
      'Authorize',
      'GetAccountsSummary',
      'GetAccountsDetail',
      'GetAccountsDetailAsync',
    ],
    prepare: prepareRefresh,
  },
  {
    name: 'a refresh in the background',
    calls: ['AuthorizeAsync'],
    flinks: { authorizeAsync: true },
    prepare: prepareRefresh,
  },
  {
    name: 'the nightly switch',
    calls: ['SetScheduledRefresh'],
    async prepare(stage) {
      const { client, connection } = await connectReady(stage);
      return {
        ask: () => client.setNightlyRefresh(connection.id, true),
        isDone: async () => (await client.getConnection(connection.id)).nightlyRefresh === true,
        keeps: () => hasAccounts(stage, connection.id),
      };
    },
  },
  {
    name: 'a deletion',
    calls: ['DeleteCard'],
    async prepare(stage) {
      const { client, connection } = await connectReady(stage);
      return {
        ask: () => client.deleteConnection(connection.id),
        isDone: () => isGoneAtFlinks(stage),
        keeps: () => isGoneHere(stage),
      };
    },
  },
  {
    name: 'a deletion of a login that was never verified',
    calls: ['GenerateAuthorizeToken', 'Authorize', 'DeleteCard'],
    async prepare(stage) {
      const { client, connection } = await connectUnverified(stage);
      return {
        ask: () => client.deleteConnection(connection.id),
        isDone: () => isGoneAtFlinks(stage),
        keeps: () => isGoneHere(stage),
      };
    },
  },
  {
    name: 'the name of a bank',
    calls: ['Institutions'],
    async prepare(stage) {
      // Not reported at the link, so that there is something to ask for.
      stage.sandbox.faults.add({ kind: 'cut', endpoint: 'Institutions', times: 1 });
      const { client, connection } = await connectReady(stage);
      stage.clock.advance(10 * 60_000);
      return {
        ask: () => client.getConnection(connection.id),
        isDone: async () => (await client.getConnection(connection.id)).institutionName === 'Flinks Capital',
        keeps: () => hasAccounts(stage, connection.id),
      };
    },
  },
];

async function prepareRefresh(stage: Stage): Promise<BegunJob> {
  const { client, connection } = await connectReady(stage);
  const { id } = connection;
  stage.clock.advance(60 * 60_000);
  const before = (await client.getAccounts(id)).asOf ?? '';
  return {
    ask: () => client.refreshConnection(id),
    isDone: async () => {
      const { asOf, status } = await client.getAccounts(id);
      const { health } = await client.getConnection(id);
      return status === 'ready' && health.status === 'ok' && (asOf ?? '') > before;
    },
    // What was collected before stays readable until there is better.
    keeps: () => hasAccounts(stage, id),
  };
}
