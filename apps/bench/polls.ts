import { createManualClock } from '@flinks-kit/core';
import { createSandbox } from '@flinks-kit/sandbox';
import { createFlinksServer } from '@flinks-kit/server';
import type { Line } from './report.ts';

/** Calls to Flinks until the accounts are there, while ten tabs read them, beside one tab. */
export async function measurePolls(): Promise<readonly Line[]> {
  return [
    {
      what: 'calls to Flinks, 10 tabs read one connection',
      figure: await callsFor(10),
      unit: 'calls',
      reference: await callsFor(1),
      beside: 'one tab',
      ratioBudget: 1,
    },
  ];
}

async function callsFor(tabs: number): Promise<number> {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, collectionMs: 60_000 });
  let calls = 0;
  const flinks = createFlinksServer({
    endpoint: '/api/flinks',
    clock,
    flinks: {
      ...sandbox.credentials,
      fetch: (request) => {
        calls += 1;
        return sandbox.fetch(request);
      },
    },
    encryption: { keys: [Buffer.alloc(32, 7).toString('base64')] },
    identify: () => 'bench-user',
    onWarning: () => undefined,
  });
  const user = flinks.forUser('bench-user');
  const { sessionId } = await user.openSession({});
  const { loginId, accountIds } = sandbox.login({ username: 'greatday_nomfa' });
  const { id } = await user.linkConnection({ sessionId, loginId, accountIds });
  for (let second = 0; second < 600; second += 1) {
    const reads = Array.from({ length: tabs }, () => user.getAccounts(id));
    // A read waits a moment of the clock for the collection, which is going on meanwhile.
    await Promise.race([Promise.all(reads), new Promise((resume) => setTimeout(resume, 20))]);
    clock.advance(1_000);
    const snapshots = await Promise.all(reads);
    if (snapshots.every(({ status }) => status === 'ready')) return calls;
  }
  throw new Error('The accounts were never ready, so the polls were not counted.');
}
