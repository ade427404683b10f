import { describe, expect, it } from 'vitest';
import { installPage } from '../../test/page.ts';
import { createConnectHarness, loginId, settled } from '../../test/connectHarness.ts';
import { parseConnectMessage } from './parseConnectMessage.ts';

// Messages as the web view, an extension or another version of the widget may post them.

installPage();

const mounted = { kind: 'step', step: 'APP_MOUNTED' };
const bare = (fields: object): object => Object.assign(Object.create(null), fields);
class Message {
  readonly step = 'APP_MOUNTED';
}

describe('parseConnectMessage', () => {
  it.each<[string, unknown]>([
    ['a frozen object', Object.freeze({ step: 'APP_MOUNTED' })],
    ['an object without a prototype', bare({ step: 'APP_MOUNTED' })],
    ['an instance of a class', new Message()],
    ['an object with methods', { step: 'APP_MOUNTED', toJSON: () => null, then: () => null }],
    ['JSON with spaces and line ends', '\n { "step" : "APP_MOUNTED" } \r\n'],
    ['JSON with a name twice', '{"step":"POPUP_OPENED","step":"APP_MOUNTED"}'],
    ['a step with spaces around it', { step: ' APP_MOUNTED\n' }],
    ['a step beside fields of other libraries', { step: 'APP_MOUNTED', type: 'webpackOk', source: 'x' }],
  ])('reads %s', (_name, data) => {
    expect(parseConnectMessage(data)).toMatchObject(mounted);
  });

  it.each<[string, unknown]>([
    ['a boxed text', Object('{"step":"APP_MOUNTED"}')],
    ['a map', new Map([['step', 'APP_MOUNTED']])],
    ['bytes', new TextEncoder().encode('{"step":"APP_MOUNTED"}')],
    ['JSON twice over', JSON.stringify(JSON.stringify({ step: 'APP_MOUNTED' }))],
    ['JSON whose prototype names a step', '{"__proto__":{"step":"REDIRECT","loginId":"x"}}'],
    ['a list of messages', [{ step: 'APP_MOUNTED' }]],
    ['a text of 10 MB', 'x'.repeat(10_000_000)],
    ['deeply nested JSON', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['a step in a symbol', { step: Symbol('APP_MOUNTED') }],
    ['a step in a big integer', { step: 1n }],
  ])('ignores %s', (_name, data) => {
    expect(parseConnectMessage(data)).toBeUndefined();
  });

  it('keeps no field of a message that a prototype could come from', () => {
    const message = parseConnectMessage('{"step":"BRAND_NEW","__proto__":"x","constructor":"y","size":1}');
    expect(Object.getPrototypeOf(message)).toBe(Object.prototype);
    expect(message).toMatchObject({ fields: { size: 1 } });
    expect(Object.prototype).not.toHaveProperty('size');
  });

  it('takes a spelling in other capitals for an unknown step, never for the end of a session', () => {
    for (const step of ['redirect', 'Redirect', 'component_close_session', 'TOKEN-INVALID']) {
      expect(parseConnectMessage({ step, loginId })).toMatchObject({ kind: 'step', step });
      expect(
        JSON.stringify(parseConnectMessage({ step, loginId, url: `/?loginId=${loginId}` })),
      ).not.toContain(loginId);
    }
  });
});

describe('a session', () => {
  it('survives text that is no Unicode', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('INSTITUTION_SELECTED', { institution: `Bank \uD83C${'x'.repeat(70)}` });
    harness.step('COMPONENT_LOAD_CREDENTIAL\uDC00');
    harness.step('COMPONENT_LOAD_MFA', { mfaTypes: ['\uD800', 'SMS'] });
    harness.step('COMPONENT_CLOSE_SESSION');
    const [ended] = harness.ends;
    expect(ended).toMatchObject({ status: 'exited', report: { mfaTypes: ['SMS'] } });
  });

  it('holds no more of a very chatty widget than a report may', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    for (let index = 0; index < 5_000; index += 1) {
      harness.post({ step: `NEW_${index}`, payload: 'x'.repeat(100) });
      harness.post({ flinksCode: `CODE_${index}` });
    }
    harness.step('COMPONENT_CLOSE_SESSION');
    expect(JSON.stringify(harness.ends[0]).length).toBeLessThan(16_384);
  });

  it('ends once when REDIRECT comes twice, at once and after the end, and in another order than its steps', async () => {
    const harness = createConnectHarness();
    harness.engine.open();
    await settled();
    harness.step('REDIRECT', { loginId });
    harness.step('REDIRECT', { loginId });
    harness.step('ACCOUNT_SELECTED', { accountId: 'a1' });
    harness.step('APP_MOUNTED');
    await settled();
    harness.step('REDIRECT', { loginId });
    expect(harness.links).toHaveLength(1);
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
  });

  it('goes on when the clock of the computer is set back', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.clock.advance(-3_600_000);
    harness.step('COMPONENT_LOAD_CREDENTIAL');
    harness.step('COMPONENT_CLOSE_SESSION');
    expect(harness.ends).toMatchObject([{ report: { durationMs: 0 } }]);
    expect(harness.ends[0]?.report.steps.every(({ at }) => at >= 0)).toBe(true);
  });
});
