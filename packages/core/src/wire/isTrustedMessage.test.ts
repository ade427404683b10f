import { describe, expect, test } from 'vitest';
import { isTrustedMessage } from './isTrustedMessage.ts';

const frame = { name: 'our frame' };
const sibling = { name: 'another frame' };
const origin = 'https://example-iframe.private.fin.ag';

describe('isTrustedMessage', () => {
  test('trusts our frame at its own origin', () => {
    expect(isTrustedMessage({ origin, source: frame }, { origin, source: frame })).toBe(true);
  });

  test.each<[string, string, unknown]>([
    ['a look-alike with a longer host', `${origin}.evil.example`, frame],
    ['a look-alike with a prefix', 'https://evil-example-iframe.private.fin.ag', frame],
    ['another customer of Flinks', 'https://other-iframe.private.fin.ag', frame],
    ['the parent domain', 'https://private.fin.ag', frame],
    ['another port', `${origin}:8443`, frame],
    ['another scheme', origin.replace('https', 'http'), frame],
    ['another case', origin.toUpperCase(), frame],
    ['a trailing slash', `${origin}/`, frame],
    ['an opaque origin', 'null', frame],
    ['no origin', '', frame],
    ['a sibling frame at the right origin', origin, sibling],
    ['no window at the right origin', origin, null],
    ['an undefined window', origin, undefined],
  ])('refuses %s', (_who, from, source) => {
    expect(isTrustedMessage({ origin: from, source }, { origin, source: frame })).toBe(false);
  });

  test.each([
    ['a frame that has no window yet', { origin, source: null }, { origin, source: null }],
    ['a frame that is not mounted', { origin, source: undefined }, { origin, source: undefined }],
    ['an opaque frame', { origin: 'null', source: frame }, { origin: 'null', source: frame }],
  ])('refuses everything for %s', (_what, event, expected) => {
    expect(isTrustedMessage(event, expected)).toBe(false);
  });
});
