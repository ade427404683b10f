import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { describe, expect, test } from 'vitest';
import { readFlinksAnswer } from './readFlinksAnswer.ts';

const reply = (text: string, status = 200) => ({ status, text, date: null });
const answer = (body: unknown, status = 200) => readFlinksAnswer(reply(JSON.stringify(body), status));

describe('readFlinksAnswer', () => {
  test.each([
    ['200 is done', { HttpStatusCode: 200 }, 200, 'done'],
    ['202 is data, not a failure', { HttpStatusCode: 202, FlinksCode: 'OPERATION_PENDING' }, 202, 'pending'],
    ['202 inside a 200 counts', { HttpStatusCode: 202, FlinksCode: 'OPERATION_DISPATCHED' }, 200, 'pending'],
    ['203 is a question to the person', { HttpStatusCode: 203, SecurityChallenges: [] }, 203, 'challenge'],
    [
      'a code refuses, whatever the status',
      { HttpStatusCode: 200, FlinksCode: 'INVALID_LOGIN' },
      200,
      'refused',
    ],
    ['the code OK is none', { HttpStatusCode: 200, FlinksCode: 'OK' }, 200, 'done'],
    [
      '401 without a code is refused',
      { Message: 'You must provide a valid authorize token' },
      401,
      'refused',
    ],
    ['DeleteCard sends StatusCode', { StatusCode: 200, Message: 'gone' }, 200, 'done'],
    ['an empty object with 500 is refused', {}, 500, 'refused'],
    ['an empty code beside another is none', { FlinksCode: '', Code: 'INVALID_LOGIN' }, 200, 'refused'],
    ['OK beside another code is none', { FlinksCode: 'OK', flinksCode: 'INVALID_LOGIN' }, 200, 'refused'],
    ['a number in place of a code is none', { FlinksCode: 0, Code: 'INVALID_LOGIN' }, 200, 'refused'],
    [
      'an unreadable status leaves the other',
      { HttpStatusCode: 'none', StatusCode: '203' },
      200,
      'challenge',
    ],
  ])('%s', (_name, body, status, kind) => {
    expect(answer(body, status).kind).toBe(kind);
  });

  test.each(['HttpStatusCode', 'StatusCode'])('%s means the same as a number and as text', (name) => {
    for (const status of [200, 202, 203, 400, 401, 500]) {
      const { kind } = answer({ [name]: status });
      for (const text of [`${status}`, ` ${status} `]) expect(answer({ [name]: text }).kind).toBe(kind);
    }
  });

  test.each<[unknown, boolean | null]>([
    ['true', true],
    ['False', false],
    [' FALSE ', false],
    ['', null],
    ['yes', null],
    [1, null],
  ])('IsScheduledRefresh %j is %s', (IsScheduledRefresh, expected) => {
    expect(answer({ Login: { IsScheduledRefresh } }).login?.nightlyRefresh).toBe(expected);
  });

  test.each<[unknown, number | null]>([
    ['14', 14],
    [' 14 ', 14],
    ['1e1', null],
    ['', null],
    ['9'.repeat(30), null],
    [1.5, null],
    [null, null],
  ])('InstitutionId %j is %s', (InstitutionId, expected) => {
    expect(answer({ InstitutionId }).institutionId).toBe(expected);
  });

  test.each(knownFlinksCodes.filter((code) => !code.startsWith('OPERATION_')))(
    '%s is refused alike with 400 and with 401, since Flinks’ pages disagree',
    (FlinksCode) => {
      for (const status of [400, 401]) {
        const read = answer({ HttpStatusCode: status, FlinksCode, Message: 'any text' }, status);
        expect([read.kind, read.flinksCode]).toEqual(['refused', FlinksCode]);
      }
    },
  );

  test.each([
    ['an HTML page with 200', '<!doctype html><title>Maintenance</title>'],
    ['an empty body', ''],
    ['half a JSON', '{"HttpStatusCode":200'],
    ['a bare string', '"done"'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('%s is an error that names it', (_name, text) => {
    expect(() => readFlinksAnswer(reply(text))).toThrow('not JSON of the documented shape');
  });

  test('the facts of a captured 200 are read, and its ids are sealed', () => {
    const read = answer({
      HttpStatusCode: 200,
      InstitutionName: 'FlinksCapital',
      InstitutionId: 14,
      Institution: 'FlinksCapital',
      RequestId: '00000000-0000-4000-8000-000000000001',
      Login: {
        Username: 'Greatday',
        IsScheduledRefresh: false,
        LastRefresh: '2025-10-30T04:04:31.0777383',
        Type: 'Personal',
        Id: '00000000-0000-4000-8000-000000000002',
      },
    });
    expect(read).toMatchObject({
      institution: 'FlinksCapital',
      institutionId: 14,
      login: { lastRefreshAt: Date.UTC(2025, 9, 30, 4, 4, 31, 77), nightlyRefresh: false },
    });
    expect(read.requestId?.reveal()).toBe('00000000-0000-4000-8000-000000000001');
    expect(String(read.login?.id)).toBe('[sealed]');
  });
});
