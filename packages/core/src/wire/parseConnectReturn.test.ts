import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConnectReturn } from './parseConnectReturn.ts';

const loginId = '11111111-2222-4333-8444-555555555555';

describe('parseConnectReturn', () => {
  test.each([
    `https://app.example/return/s1?loginId=${loginId}&institution=FlinksCapital&accountId=a,b&tag=nonce`,
    `https://app.example/return/s1?tag=nonce&accountId=a%2Cb&institution=FlinksCapital&loginId=${loginId}`,
    `/return/s1?tag=nonce&accountId=a&accountId=b&loginId=${loginId}&institution=FlinksCapital`,
  ])('reads %s', (href) => {
    expect(parseConnectReturn(href)).toEqual({
      kind: 'redirect',
      loginId,
      institution: 'FlinksCapital',
      accountIds: ['a', 'b'],
      tag: 'nonce',
    });
  });

  test.each(['', 'https://app.example/', 'https://app.example/?institution=FlinksCapital', '/?loginId='])(
    'finds no login in "%s"',
    (href) => {
      expect(parseConnectReturn(href)).toBeUndefined();
    },
  );

  test('accepts a URL, and never throws on text', () => {
    expect(parseConnectReturn(new URL(`https://app.example/?loginId=${loginId}`))?.loginId).toBe(loginId);
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseConnectReturn(text);
      }),
    );
  });
});
