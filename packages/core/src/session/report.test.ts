import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toConnectEvent } from '../wire/connectMessage.ts';
import { parseConnectMessage } from '../wire/parseConnectMessage.ts';
import { knownSteps } from '../wire/knownSteps.ts';
import { recordEvent, startReport } from './report.ts';
import type { ConnectReport } from './report.ts';

const start = startReport('s1', Date.parse('2026-11-22T12:00:00Z'));

function note(messages: readonly unknown[]): ConnectReport {
  return messages.reduce<ConnectReport>((report, message, index) => {
    const parsed = parseConnectMessage(message);
    return parsed ? recordEvent(report, toConnectEvent(parsed), index * 100) : report;
  }, start);
}

describe('recordEvent', () => {
  test('a report lists what happened, and when', () => {
    const report = note([
      { step: 'APP_MOUNTED' },
      { step: 'SUBMIT_CREDENTIAL', institution: 'FlinksCapital' },
      { flinksCode: 'INVALID_PASSWORD' },
      { step: 'COMPONENT_LOAD_CREDENTIAL_RETRY' },
      { step: 'COMPONENT_LOAD_MFA', mfaTypes: ['SMS', 'SMS'] },
      { step: 'BRAND_NEW' },
      { step: 'BRAND_NEW' },
      { step: 'not a name' },
      { step: 'REDIRECT', loginId: 'x' },
    ]);
    expect(report).toEqual({
      sessionId: 's1',
      startedAt: '2026-11-22T12:00:00.000Z',
      durationMs: 0,
      end: null,
      stage: 'mfa',
      institution: 'FlinksCapital',
      steps: [
        { step: 'APP_MOUNTED', at: 0 },
        { step: 'SUBMIT_CREDENTIAL', at: 100 },
        { step: 'COMPONENT_LOAD_CREDENTIAL_RETRY', at: 300 },
        { step: 'COMPONENT_LOAD_MFA', at: 400 },
        { step: 'REDIRECT', at: 800 },
      ],
      flinksCodes: ['INVALID_PASSWORD'],
      retries: 1,
      mfaTypes: ['SMS'],
      unknownSteps: ['BRAND_NEW'],
      unknownStepsDropped: 1,
    });
  });

  test('of unknown names at most 32 are listed, the others counted', () => {
    const report = note(Array.from({ length: 40 }, (_, index) => ({ step: `NEW_${index}` })));
    expect(report.unknownSteps).toHaveLength(32);
    expect(report.unknownStepsDropped).toBe(8);
  });

  test('the report of a whole day fits a beacon', () => {
    const chatter = Array.from({ length: 10_000 }, (_, index) => ({
      step: knownSteps[index % 20],
      institution: 'x'.repeat(500),
    }));
    expect(JSON.stringify(note(chatter)).length).toBeLessThan(64_000);
  });

  test('no personal data enters the report, whatever a message has', () => {
    const secret = 'jane.doe@example.com';
    const message = fc.record(
      {
        step: fc.constantFrom(...knownSteps, 'BRAND_NEW', secret),
        flinksCode: fc.constantFrom('INVALID_LOGIN', secret),
        mfaTypes: fc.constantFrom('SMS', [secret]),
        username: fc.constant(secret),
        accountId: fc.constant(secret),
        loginId: fc.constant(secret),
        url: fc.constant(`/?loginId=${secret}`),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(message), (messages) => {
        expect(JSON.stringify(note(messages))).not.toContain(secret);
      }),
    );
  });
});
