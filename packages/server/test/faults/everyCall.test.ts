import { describe, expect, test } from 'vitest';
import { connectionJobs } from './connectionJobs.ts';
import { connectJobs } from './connectJobs.ts';
import { maintainJobs } from './maintainJobs.ts';
import { startStage } from './startStage.ts';
import { tryFor } from './testJobs.ts';

const jobs = [...connectJobs, ...connectionJobs, ...maintainJobs];

describe('fault jobs', () => {
  test('every call that a job makes is broken in some job', async () => {
    const made = new Set<string>();
    for (const { flinks, prepare } of jobs) {
      const stage = startStage(flinks);
      const job = await prepare(stage);
      stage.breakCalls({ kind: 'latency', ms: 0, times: 0 });
      await tryFor(stage, job, 5, 60_000);
      for (const endpoint of stage.calls) made.add(endpoint);
    }
    expect([...made].toSorted()).toEqual([...new Set(jobs.flatMap(({ calls }) => calls))].toSorted());
  });
});
