import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { installPage, expectNothingLeft, openPage, setVisibility } from '../../test/page.ts';
import { connection, loginId, settled, createConnectHarness } from '../../test/connectHarness.ts';
import { knownFlinksCodes } from '../wire/flinksCodes.ts';
import type { ConnectSession } from './session.ts';
import { knownSteps } from '../wire/knownSteps.ts';

installPage();

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
const action = fc.constantFrom(
  'open',
  'close',
  'reset',
  'retry',
  'time',
  'offline',
  'online',
  'detach',
  'hide',
  'show',
  'remove',
  'replace',
  'answer',
  'hidden',
  'visible',
  'finished-elsewhere',
);
const anyInput = fc.oneof(
  { weight: 6, arbitrary: step },
  error,
  noise,
  step.map((message) => JSON.stringify(message)),
  action.map((name) => ({ action: name })),
);

describe('createConnect', () => {
  test('in any order, with duplicates and losses: one end per session, one success, no id in sight, no throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyInput, { maxLength: 40 }), async (inputs) => {
        openPage();
        let taken = 0;
        let isFinishedElsewhere = false;
        const harness = createConnectHarness({
          getSession: async () => {
            if (!isFinishedElsewhere) return { status: 'open', expiresAt: '2026-11-22T13:00:00Z' };
            taken += 1;
            return { status: 'connected', connection };
          },
        });
        await harness.openAndMount();
        for (const input of inputs) {
          if (typeof input !== 'object' || input === null || !('action' in input)) harness.post(input);
          else if (input.action === 'time') harness.clock.advance(30_000);
          else if (input.action === 'detach') harness.engine.attachFrame(null);
          else if (input.action === 'hide') harness.hideFrame();
          else if (input.action === 'show') harness.showFrame();
          else if (input.action === 'remove') harness.removeFrame();
          else if (input.action === 'replace') harness.replaceFrame();
          else if (input.action === 'answer') await settled();
          else if (input.action === 'hidden' || input.action === 'visible') setVisibility(input.action);
          else if (input.action === 'finished-elsewhere') isFinishedElsewhere = true;
          else if (input.action === 'open') harness.engine.open();
          else if (input.action === 'close') harness.engine.close();
          else if (input.action === 'reset') harness.engine.reset();
          else if (input.action === 'retry') harness.engine.retry();
          else globalThis.dispatchEvent(new Event(input.action));
        }
        await settled();
        harness.engine.destroy();
        await settled();
        // A link whose deadline passed before its answer came is tried again, also after the page has gone.
        for (let pauses = 0; pauses < 3 && harness.session().status === 'linking'; pauses++) {
          harness.clock.advance(30_000);
          await settled();
        }

        expectOneEndEach(harness.seen);
        expect(harness.ends).toEqual(harness.seen.filter((session) => 'report' in session));
        expect(harness.ends.filter(({ status }) => status === 'connected').length).toBeLessThanOrEqual(
          harness.links.length + taken,
        );
        expect(JSON.stringify([harness.seen, harness.events, harness.ends, harness.reports])).not.toContain(
          loginId,
        );
        expectNothingLeft(harness.clock);
      }),
      {
        numRuns: 300,
        // Two advances pass the deadline of a link before any promise of it resolves.
        examples: [
          [
            [
              { step: 'REDIRECT', url: `https://app.example/?x=1&loginId=${loginId}` },
              { action: 'time' },
              { action: 'time' },
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
});
