import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toConnectEvent } from '../wire/connectMessage.ts';
import { parseConnectMessage } from '../wire/parseConnectMessage.ts';
import { knownSteps } from '../wire/knownSteps.ts';
import { recordEvent, startReport } from './report.ts';
import { toAnalyticsEvent } from './report.ts';

function fold(messages: readonly unknown[]) {
  return messages.reduce<ReturnType<typeof startReport>>(
    (report, message, index) => {
      const parsed = parseConnectMessage(message);
      return parsed ? recordEvent(report, toConnectEvent(parsed), index) : report;
    },
    startReport('s1', Date.parse('2026-11-22T12:00:00Z')),
  );
}

describe('toAnalyticsEvent', () => {
  test('a report becomes one flat record', () => {
    expect(
      toAnalyticsEvent(
        fold([{ step: 'APP_MOUNTED' }, { flinksCode: 'INVALID_LOGIN' }, { step: 'SUBMIT_MFA' }]),
      ),
    ).toMatchInlineSnapshot(`
      {
        "credentialsMs": null,
        "durationMs": 0,
        "end": null,
        "flinksCodes": "INVALID_LOGIN",
        "institution": null,
        "lastFlinksCode": "INVALID_LOGIN",
        "lastStep": "SUBMIT_MFA",
        "lastStepMs": 2,
        "mfaTypes": "",
        "mountedMs": 0,
        "redirectMs": null,
        "retries": 0,
        "sessionId": "s1",
        "stage": "verifying",
        "startedAt": "2026-11-22T12:00:00.000Z",
        "steps": 2,
        "unknownSteps": 0,
      }
    `);
  });

  test('whatever the widget posts, the record is flat and has no personal data', () => {
    const secret = 'jane.doe@example.com';
    const message = fc.record({
      step: fc.constantFrom(...knownSteps, 'BRAND_NEW', secret),
      mfaTypes: fc.constantFrom(secret, [secret]),
      flinksCode: fc.option(fc.constant(secret), { nil: undefined }),
      username: fc.constant(secret),
      loginId: fc.constant(secret),
    });
    fc.assert(
      fc.property(fc.array(message), (messages) => {
        const record = toAnalyticsEvent(fold(messages));
        expect(Object.values(record).every((value) => value === null || typeof value !== 'object')).toBe(
          true,
        );
        expect(JSON.stringify(record)).not.toContain(secret);
      }),
    );
  });
});
