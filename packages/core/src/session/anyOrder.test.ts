import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bringPage, expectNothingLeft, openPage, turnTab } from '../../test/page.ts';
import { connection, loginId, settled, stageConnect } from '../../test/stage.ts';
import { knownFlinksCodes } from '../wire/flinksCodes.ts';
import type { ConnectSession } from './session.ts';
import { knownSteps } from '../wire/steps.ts';

bringPage();

const step = fc.record(
  {
    step: fc.constantFrom(...knownSteps, 'BRAND_NEW', 'SESSION_TRACKED'),
    loginId: fc.constant(loginId),
    url: fc.constant(`https://app.example/?x=1&loginId=${loginId}`),
    accountId: fc.constantFrom('a1', ['a1', 'a2'], 'a1,a2'),
    institution: fc.constantFrom('FlinksCapital', 7),
    mfaTypes: fc.constantFrom('SMS', ['SMS', 'Date']),
    session: fc.constant(loginId),
  },
  { requiredKeys: ['step'] },
);
const error = fc.record({
  flinksCode: fc.constantFrom(...knownFlinksCodes),
  requestId: fc.constant(loginId),
});
const noise = fc.constantFrom(null, 'x', 3, {}, { step: null });
const deed = fc.constantFrom(
  'open',
  'close',
  'reset',
  'retry',
  'time',
  'offline',
  'online',
  'detach',
  'answer',
  'hidden',
  'visible',
  'finished-elsewhere',
);
const happening = fc.oneof(
  { weight: 6, arbitrary: step },
  error,
  noise,
  step.map((message) => JSON.stringify(message)),
  deed.map((name) => ({ deed: name })),
);

test('in any order, with duplicates and losses: one end per session, one success, no id in sight, no throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
      openPage();
      let taken = 0;
      let isFinishedElsewhere = false;
      const stage = stageConnect({
        getSession: async () => {
          if (!isFinishedElsewhere) return { status: 'open', expiresAt: '2026-11-22T13:00:00Z' };
          taken += 1;
          return { status: 'connected', connection };
        },
      });
      await stage.enter();
      for (const what of happenings) {
        if (typeof what !== 'object' || what === null || !('deed' in what)) stage.post(what);
        else if (what.deed === 'time') stage.clock.advance(30_000);
        else if (what.deed === 'detach') stage.engine.attachFrame(null);
        else if (what.deed === 'answer') await settled();
        else if (what.deed === 'hidden' || what.deed === 'visible') turnTab(what.deed);
        else if (what.deed === 'finished-elsewhere') isFinishedElsewhere = true;
        else if (what.deed === 'open') stage.engine.open();
        else if (what.deed === 'close') stage.engine.close();
        else if (what.deed === 'reset') stage.engine.reset();
        else if (what.deed === 'retry') stage.engine.retry();
        else globalThis.dispatchEvent(new Event(what.deed));
      }
      await settled();
      stage.engine.destroy();
      await settled();
      // A link whose deadline passed before its answer came is tried again, also after the page has gone.
      for (let pauses = 0; pauses < 3 && stage.session().status === 'linking'; pauses++) {
        stage.clock.advance(30_000);
        await settled();
      }

      expectOneEndEach(stage.seen);
      expect(stage.ends).toEqual(stage.seen.filter((session) => 'report' in session));
      expect(stage.ends.filter(({ status }) => status === 'connected').length).toBeLessThanOrEqual(
        stage.links.length + taken,
      );
      expect(JSON.stringify([stage.seen, stage.events, stage.ends, stage.reports])).not.toContain(loginId);
      expectNothingLeft(stage.clock);
    }),
    {
      numRuns: 300,
      // Two advances pass the deadline of a link before any promise of it resolves.
      examples: [
        [
          [
            { step: 'REDIRECT', url: `https://app.example/?x=1&loginId=${loginId}` },
            { deed: 'time' },
            { deed: 'time' },
          ],
        ],
      ],
    },
  );
});

function expectOneEndEach(seen: readonly ConnectSession[]): void {
  let isUnderWay = false;
  for (const session of seen) {
    // An end comes after a beginning, and rest comes after an end.
    if ('report' in session) expect(isUnderWay).toBe(true);
    if (session.status === 'idle') expect(isUnderWay).toBe(false);
    isUnderWay = 'attempt' in session;
  }
}
