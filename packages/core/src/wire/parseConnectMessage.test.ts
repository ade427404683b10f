import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFlinksCode, knownFlinksCodes } from './flinksCodes.ts';
import { parseConnectMessage } from './parseConnectMessage.ts';
import { knownSteps } from './knownSteps.ts';

const loginId = '11111111-2222-4333-8444-555555555555';
const requestId = '99999999-2222-4333-8444-555555555555';

describe('parseConnectMessage', () => {
  test.each(knownSteps.filter((step) => step !== 'REDIRECT'))('reads the step %s', (step) => {
    expect(parseConnectMessage({ step })).toMatchObject({ kind: 'step', step });
  });

  test('reads whether the institution selector was cached, and nothing but a boolean', () => {
    const step = 'COMPONENT_LOAD_INSTITUTION_SELECTOR';
    expect(parseConnectMessage({ step, cached: false })).toMatchObject({ step, cached: false });
    expect(parseConnectMessage({ step, cached: 'no' })).not.toHaveProperty('cached', 'no');
  });

  test.each(knownFlinksCodes)('reads %s as an error, under either name', (flinksCode) => {
    const error = { kind: 'error', flinksCode };
    expect(parseConnectMessage({ flinksCode, requestId, institution: 'FlinksCapital' })).toEqual({
      ...error,
      requestId,
      institution: 'FlinksCapital',
    });
    expect(parseConnectMessage({ step: flinksCode })).toEqual(error);
  });

  // The shapes of docs/flinks/connect.md 1.3, and what public integrations met.
  test.each<[string, Record<string, unknown>]>([
    ['only in url', { url: `https://app.example/thanks?loginId=${loginId}&institution=FlinksCapital` }],
    ['at top level', { loginId, institution: 'FlinksCapital' }],
    ['in both places', { loginId, institution: 'FlinksCapital', url: 'https://app.example/?loginId=other' }],
    [
      'after other parameters',
      { url: `/v2/Result/FlinksCapital?thank-you=true&loginId=${loginId}&institution=FlinksCapital` },
    ],
    ['in a relative url', { url: `thanks?institution=FlinksCapital&loginId=${loginId}` }],
    ['in a custom scheme', { url: `app://callback?loginId=${loginId}&institution=FlinksCapital` }],
    [
      'behind a hash route',
      { url: `https://app.example/#/back?loginId=${loginId}&institution=FlinksCapital` },
    ],
    ['after two question marks', { url: `/x?demo=true?loginId=${loginId}&institution=FlinksCapital` }],
    ['with spaces around', { loginId: ` ${loginId} `, institution: 'FlinksCapital ' }],
  ])('finds the login of a REDIRECT %s', (_where, fields) => {
    expect(parseConnectMessage({ step: 'REDIRECT', ...fields })).toMatchObject({
      kind: 'redirect',
      loginId,
      institution: 'FlinksCapital',
    });
  });

  test.each<[unknown, readonly string[]]>([
    ['a', ['a']],
    [
      ['a', ' b '],
      ['a', 'b'],
    ],
    ['a,b, c', ['a', 'b', 'c']],
    [undefined, []],
    [[null, {}], []],
  ])('reads accountId %o as %o', (accountId, accountIds) => {
    expect(parseConnectMessage({ step: 'REDIRECT', accountId })).toMatchObject({ accountIds });
    expect(parseConnectMessage({ step: 'ACCOUNT_SELECTED', accountId })).toMatchObject(
      accountIds.length > 0 ? { accountIds } : { kind: 'step' },
    );
  });

  test('reads the accounts, the tag and the state from the url', () => {
    const url = 'https://app.example/?accountId=a%2Cb&tag=nonce&state=s&requestId=r';
    expect(parseConnectMessage({ step: 'REDIRECT', url })).toEqual({
      kind: 'redirect',
      accountIds: ['a', 'b'],
      tag: 'nonce',
      state: 's',
      requestId: 'r',
    });
  });

  test('drops the url of a REDIRECT', () => {
    expect(parseConnectMessage({ step: 'REDIRECT', url: 'https://app.example/' })).not.toHaveProperty('url');
  });

  test('reads the facts that come with a step', () => {
    expect(parseConnectMessage({ step: 'COMPONENT_LOAD_MFA', mfaTypes: 'QuestionAndAnswer' })).toMatchObject({
      mfaTypes: ['QuestionAndAnswer'],
    });
    expect(
      parseConnectMessage({
        step: 'COMPONENT_LOAD_ACCOUNT_SELECTION',
        totalAccounts: '9',
        displayedAccounts: 4,
      }),
    ).toMatchObject({ totalAccounts: 9, displayedAccounts: 4 });
    expect(parseConnectMessage({ step: 'INSTITUTION_SELECTED', institution: 175_010 })).toMatchObject({
      institution: '175010',
    });
  });

  test('takes no known step for a code, nor one that only looks like it', () => {
    for (const step of knownSteps) expect(isFlinksCode(step), step).toBe(false);
    for (const step of [
      'POPUP_DENIED',
      'NO_ACCOUNTS_SHOWN',
      'UNKNOWN_STEP',
      'RETRY_PRESSED',
      'SESSION_STARTED',
    ]) {
      expect(isFlinksCode(step), step).toBe(false);
    }
  });

  test('lets an unknown step through with its plain fields, and without anything that names a login', () => {
    const fields = {
      size: 3,
      ready: true,
      LoginID: 'x',
      url: 'y',
      requestId,
      session: loginId,
      deep: { loginId },
    };
    expect(parseConnectMessage({ step: 'BRAND_NEW', ...fields })).toEqual({
      kind: 'step',
      step: 'BRAND_NEW',
      fields: { size: 3, ready: true },
    });
  });

  test('reads the JSON strings of `stringify=true`, up to 64 kB', () => {
    expect(parseConnectMessage('{"step":"APP_MOUNTED"}')).toMatchObject({ step: 'APP_MOUNTED' });
    expect(
      parseConnectMessage(JSON.stringify({ step: 'APP_MOUNTED', pad: 'x'.repeat(65_536) })),
    ).toBeUndefined();
  });

  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error('no');
      },
    },
  );

  test.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['a number', 7],
    ['plain text', 'hello'],
    ['broken JSON', '{"step":'],
    ['JSON that is no object', '"APP_MOUNTED"'],
    ['an empty object', {}],
    ['another library', { source: 'react-devtools-bridge', payload: {} }],
    ['a step that is a number', { step: 3 }],
    ['a step that is blank', { step: '  ' }],
    ['a step in an object', { step: { step: 'APP_MOUNTED' } }],
    ['the spelling of API bodies', { FlinksCode: 'INVALID_LOGIN' }],
    ['an array', ['APP_MOUNTED']],
    ['a proxy that throws', hostile],
  ])('ignores %s', (_what, data) => {
    expect(parseConnectMessage(data)).toBeUndefined();
  });

  test('never throws, whatever comes', () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
    });
    const nearly = fc.record(
      {
        step: fc.oneof(fc.constantFrom(...knownSteps), anything),
        flinksCode: anything,
        accountId: anything,
        url: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          nearly,
          nearly.map((value) => safeJson(value)),
        ),
        (data) => {
          parseConnectMessage(data);
        },
      ),
    );
  });

  function safeJson(value: unknown): unknown {
    try {
      return JSON.stringify(value);
    } catch {
      return undefined;
    }
  }
});
