import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSessionUrl, createSessionUrls } from './buildSessionUrl.ts';

const parsed = (address: string) => {
  const { origin, pathname, hash, searchParams } = new URL(address);
  return { origin, pathname, hash, parameters: Object.fromEntries(searchParams) };
};

describe('createSessionUrls', () => {
  test('every session gets the address that it would get by itself', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const session = fc.record(
      {
        authorizeToken: text,
        tag: text,
        language: fc.constantFrom('en', 'fr'),
        redirectUrl: fc.webUrl(),
        institution: fc.constantFrom('FlinksCapital', 'a b/c'),
      },
      { requiredKeys: ['authorizeToken', 'tag', 'language'] },
    );
    const base = fc.constantFrom(
      'https://a.example/v2/',
      'https://a.example/v2/?x=1',
      'https://a.example/v2/#y',
    );
    const parameters = { demo: true, daysOfTransactions: undefined, other: { own: 'é &' } };
    fc.assert(
      fc.property(base, fc.array(session, { minLength: 1, maxLength: 4 }), (at, sessions) => {
        const toUrl = createSessionUrls(at, parameters);
        for (const one of sessions) {
          expect(parsed(toUrl(one))).toEqual(parsed(buildSessionUrl(at, parameters, one)));
        }
      }),
    );
  });
});
