import { FlinksKitError } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { letPass } from '../letPass.ts';
import { isLongForm } from '../processes/longForms.ts';
import { faults } from './faults.ts';
import type { BegunJob, Job } from './Job.ts';
import { type Stage, startStage } from './startStage.ts';

/**
 * Breaks each call of each job by each fault, once and for an hour; in the short form, once or for an hour in turn. In files
 * of their own, so that two workers share them.
 */
export function testJobs(jobs: readonly Job[]): void {
  describe.each(jobs)('$name', ({ calls, flinks, prepare }) => {
    const broken = calls.flatMap((endpoint, call) =>
      Object.entries(faults).map(([name, fault], place) => ({
        endpoint,
        name,
        fault,
        turn: (call + place) % 2,
      })),
    );
    const inTurn = (turn: 0 | 1) => broken.filter((each) => isLongForm || each.turn === turn);

    test.each(inTurn(0))('is done in spite of $name, once, at $endpoint', async ({ endpoint, fault }) => {
      const stage = startStage(flinks);
      const job = await prepare(stage);
      stage.breakCalls({ ...fault, endpoint, times: 1 });
      expect(await tryFor(stage, job, 20, 60_000)).toBe(true);
      expect(stage.calls).toContain(endpoint);
    });

    test.each(inTurn(1))('loses nothing to $name, for an hour, at $endpoint', async ({ endpoint, fault }) => {
      const stage = startStage(flinks);
      const job = await prepare(stage);
      stage.breakCalls({ ...fault, endpoint });
      await tryFor(stage, job, 12, 5 * 60_000);
      expect(stage.calls).toContain(endpoint);
      // Each of the twelve requests begins one collection and, ten seconds later, its first retry, of five calls at most.
      expect(stage.calls.length).toBeLessThan(100);

      stage.sandbox.faults.clear();
      await letPass(stage.clock, job.mend?.() ?? Promise.resolve());
      expect(await tryFor(stage, job, 20, 10 * 60_000)).toBe(true);
    });
  });
}

/**
 * Asks for a job once, lets what it began go on for a while with `maintain()` on its timer, and returns whether the job
 * is done. However it goes, an answer comes, it is a value or a typed error, and what must hold holds.
 */
async function tryOnce({ clock, flinks }: Stage, job: BegunJob, pause: number): Promise<boolean> {
  const outcome = await letPass(clock, job.ask()).catch((error: unknown) => error);
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(FlinksKitError);
    expect(outcome).toMatchObject({
      code: expect.not.stringMatching(/^internal$/),
      status: expect.any(Number),
    });
  }
  expect(await letPass(clock, job.keeps())).toBe(true);
  // A page that waits reads again every ten seconds, for as long as it is looked at.
  for (let read = 0; read < 4; read++) {
    if (await letPass(clock, job.isDone())) return true;
    clock.advance(10_000);
  }
  clock.advance(job.pace ?? pause);
  await letPass(clock, flinks.maintain());
  return false;
}

/** Asks for a job up to so many times; returns whether it was done. */
export async function tryFor(stage: Stage, job: BegunJob, times: number, pause: number): Promise<boolean> {
  for (let time = 0; time < times; time++) if (await tryOnce(stage, job, pause)) return true;
  return false;
}
