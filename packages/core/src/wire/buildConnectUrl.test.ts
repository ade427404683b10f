import { describe, expect, test } from 'vitest';
import { buildConnectUrl } from './buildConnectUrl.ts';
import type { ConnectParameters } from './connectParameters.ts';

const base = 'https://example-iframe.private.fin.ag/v2/';

describe('buildConnectUrl', () => {
  test.each<[string, string, ConnectParameters, string]>([
    ['no parameter at all', base, {}, base],
    [
      'booleans as words',
      base,
      { demo: true, consentEnable: false },
      `${base}?demo=true&consentEnable=false`,
    ],
    ['lists with commas', base, { features: ['A', 'B'] }, `${base}?features=A%2CB`],
    ['numbers', base, { maximumRetry: 3 }, `${base}?maximumRetry=3`],
    [
      'an address with a query of its own',
      base,
      { redirectUrl: 'https://app.example/back?a=1&b=2' },
      `${base}?redirectUrl=https%3A%2F%2Fapp.example%2Fback%3Fa%3D1%26b%3D2`,
    ],
    ['a custom scheme', base, { redirectUrl: 'app://cb' }, `${base}?redirectUrl=app%3A%2F%2Fcb`],
    [
      'accents and spaces',
      base,
      { customerName: 'Café Été' },
      `${base}?customerName=Caf%C3%A9+%C3%89t%C3%A9`,
    ],
    ['an institution in the path', base, { institution: 'National' }, `${base}Credential/National`],
    ['an institution that needs encoding', base, { institution: 'a/b?c' }, `${base}Credential/a%2Fb%3Fc`],
    ['a base without its last slash', base.slice(0, -1), { upload: true }, `${base}Upload`],
    ['a base with a query', `${base}?demo=true`, { tag: 'x' }, `${base}?demo=true&tag=x`],
    ['nothing for what is undefined', base, { tag: undefined, institution: undefined }, base],
    ['parameters it does not know', base, { other: { brandNew: true } }, `${base}?brandNew=true`],
    ['the one-time token', base, { authorizeToken: 't' }, `${base}?authorizeToken=t`],
  ])('writes %s', (_what, from, parameters, address) => {
    expect(buildConnectUrl(from, parameters)).toBe(address);
  });

  test.each<[ConnectParameters, string]>([
    [{ accountSelectorMultiple: true }, 'accountSelectorEnable'],
    [{ accountSelectorCurrency: 'cad', accountSelectorEnable: false }, 'accountSelectorEnable'],
    [{ monthsOfStatements: 'Months3' }, 'detailsAndStatementEnable'],
    [{ oauthWindowRedirect: true }, 'redirectUrl'],
    [{ resumeSelectedAccounts: ['a'] }, 'requestId'],
    [{ skipEnhancedMFA: true }, 'enhancedMFA'],
    [{ termsNoCheckbox: true }, 'termsUrl'],
    [{ requestId: 'r', institution: 'National' }, 'two different pages'],
    [{ institution: 'National', upload: true }, 'two different pages'],
    [{ backgroundColor: '#fff' }, 'without "#"'],
    [{ demo: true, other: { demo: false } }, 'given twice'],
  ])('refuses %o with a sentence that states what to do', (parameters, words) => {
    expect(() => buildConnectUrl(base, parameters)).toThrow(words);
  });

  test.each(['', '/v2/', 'javascript:alert(1)', 'example.com'])(
    'refuses the base address "%s"',
    (address) => {
      expect(() => buildConnectUrl(address, {})).toThrow(TypeError);
    },
  );
});
