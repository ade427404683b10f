import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toConnectEvent } from './connectMessage.ts';
import { parseConnectMessage } from './parseConnectMessage.ts';
import { knownSteps } from './knownSteps.ts';

describe('toConnectEvent', () => {
  test('no id of Flinks leaves through an event, whatever field it came in', () => {
    const names = fc.constantFrom(
      'loginId',
      'LoginId',
      'login_id',
      'requestId',
      'url',
      'accountId',
      'session',
      'x',
    );
    const ids = fc.uuid();
    const message = fc.record({
      step: fc.constantFrom(...knownSteps, 'BRAND_NEW', 'SESSION_TRACKED'),
      fields: fc.dictionary(names, ids, { minKeys: 1 }),
    });
    fc.assert(
      fc.property(message, ({ step, fields }) => {
        const parsed = parseConnectMessage({ step, ...fields });
        const shown = JSON.stringify(parsed && toConnectEvent(parsed));
        for (const id of Object.values(fields)) expect(shown).not.toContain(id);
      }),
    );
  });

  test('an event keeps what an app may read', () => {
    const parsed = parseConnectMessage({
      flinksCode: 'INVALID_LOGIN',
      requestId: 'r',
      institution: 'FlinksCapital',
    });
    expect(parsed && toConnectEvent(parsed)).toEqual({
      kind: 'error',
      flinksCode: 'INVALID_LOGIN',
      institution: 'FlinksCapital',
    });
  });
});
