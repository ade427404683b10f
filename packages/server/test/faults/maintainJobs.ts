import { defaultTiming } from '../../src/index.ts';
import { hasAccounts, isGoneAtFlinks, isReceived, isWhole } from './claims.ts';
import type { Job } from './Job.ts';
import { killAfterWrites } from '../killAfterWrites.ts';
import { comeBack, connectReady, refreshAll } from './scenes.ts';

/** What `maintain()` finishes or keeps up, without any user. */
export const maintainJobs: readonly Job[] = [
  {
    name: 'maintain() and a link that was begun',
    calls: ['GenerateAuthorizeToken', 'Authorize'],
    async prepare(stage) {
      const link = await comeBack(stage);
      const dying = stage.startServer({ store: killAfterWrites(stage.store, 1) });
      await dying
        .clientOf('ann')
        .linkConnection(link)
        .catch(() => undefined);
      return {
        ask: () => stage.flinks.maintain(),
        isDone: () => isWhole(stage),
        keeps: () => isReceived(stage),
        mend: () => refreshAll(stage),
      };
    },
  },
  {
    name: 'maintain() and a deletion that was begun',
    calls: ['DeleteCard'],
    async prepare(stage) {
      const { connection } = await connectReady(stage);
      const dying = stage.startServer({ store: killAfterWrites(stage.store, 1) });
      await dying
        .clientOf('ann')
        .deleteConnection(connection.id)
        .catch(() => undefined);
      return {
        ask: () => stage.flinks.maintain(),
        isDone: () => isGoneAtFlinks(stage),
        // Killed after the tombstone, so the rows may be there until maintain() ran; nothing new comes.
        keeps: async () => (await stage.store.list({ kind: 'tombstone', limit: 9 })).length === 1,
      };
    },
  },
  {
    name: 'maintain() and the call that nightly refresh needs',
    calls: ['GenerateAuthorizeToken', 'Authorize'],
    async prepare(stage) {
      const { client, connection } = await connectReady(stage);
      await client.setNightlyRefresh(connection.id, true);
      const calls = () => stage.sandbox.journal.calls('Authorize');
      const before = calls().length;
      stage.clock.advance(5 * 24 * 60 * 60_000);
      return {
        ask: () => stage.flinks.maintain(),
        isDone: async () =>
          calls()
            .slice(before)
            .some(({ status, flinksCode }) => status === 200 && flinksCode === null),
        keeps: () => hasAccounts(stage, connection.id),
      };
    },
  },
  {
    name: 'maintain() and what kept Flinks from the nightly refresh',
    calls: ['GetNightlyRefreshStatus'],
    async prepare(stage) {
      const { client, connection } = await connectReady(stage, 'Greatday');
      await client.setNightlyRefresh(connection.id, true);
      stage.clock.advance(12 * 60 * 60_000);
      stage.sandbox.refreshNightly();
      return {
        ask: () => stage.flinks.maintain(),
        isDone: async () => (await client.getConnection(connection.id)).health.status === 'needs-user',
        keeps: () => hasAccounts(stage, connection.id),
        pace: defaultTiming.nightlyStatusMs,
      };
    },
  },
];
