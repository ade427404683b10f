import { createManualClock } from '@flinks-kit/sandbox';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { describe, expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../startPostgres.ts';
import { startServerProcess } from './startServerProcess.ts';

const bin = findPostgres();

describe.skipIf(bin === undefined)('two processes on one PostgreSQL', () => {
  test('a hundred readers at each make one Async GET per ten seconds', async () => {
    const postgres = await startPostgres(bin ?? '');
    const clock = createManualClock();
    const { sandbox, apiUrl, close } = await startSandbox({ clock, pendingPolls: 5 });
    const options = { database: postgres.config, credentials: sandbox.credentials, apiUrl, now: clock.now() };
    const processes = await Promise.all([startServerProcess(options), startServerProcess(options)]);
    try {
      const client = processes[0].clientOf('ann');
      const { sessionId } = await client.openSession({});
      const link = { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) };
      const { id } = await client.linkConnection(link);
      const readers = processes.flatMap(({ clientOf }) => Array.from({ length: 100 }, () => clientOf('ann')));
      const polled: number[] = [];
      for (let wait = 0; wait < 5; wait++) {
        await Promise.all(readers.map((reader) => reader.getAccounts(id)));
        polled.push(sandbox.journal.calls('GetAccountsDetailAsync').length);
        clock.advance(10_000);
        await Promise.all(processes.map(({ advance }) => advance(10_000)));
      }
      expect(polled).toEqual([0, 1, 2, 3, 4]);
      expect(sandbox.journal.calls('GetAccountsSummary')).toHaveLength(1);
      expect(sandbox.journal.calls('GetAccountsDetail')).toHaveLength(1);
    } finally {
      await Promise.all(processes.map(({ stop }) => stop()));
      await Promise.all([close(), postgres.stop()]);
    }
  }, 60_000);
});
