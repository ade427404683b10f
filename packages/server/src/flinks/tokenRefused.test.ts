import { describe, expect, test } from 'vitest';
import { readFlinksAnswer } from './readFlinksAnswer.ts';
import { tokenRefused } from './tokenRefused.ts';

describe('a refused authorize token', () => {
  test.each([
    ['a refused key', { HttpStatusCode: 401, FlinksCode: 'UNAUTHORIZED' }, 'flinks-keys-refused'],
    ['no authentication', { HttpStatusCode: 401, FlinksCode: 'ACCESS_DENIED' }, 'flinks-keys-refused'],
    ['a refusal that names no code', { HttpStatusCode: 401 }, 'flinks-keys-refused'],
    ['a success without a token', { HttpStatusCode: 200 }, 'flinks-keys-refused'],
    ['an endpoint that is switched off', { FlinksCode: 'METHOD_NOT_AVAILABLE' }, 'flinks-keys-refused'],
    ['throttling', { HttpStatusCode: 401, FlinksCode: 'TOO_MANY_REQUESTS' }, 'flinks-busy'],
    ['a failure of Flinks', { HttpStatusCode: 500, FlinksCode: 'AGGREGATION_ERROR' }, 'flinks-busy'],
    ['work in the background', { HttpStatusCode: 202, FlinksCode: 'OPERATION_PENDING' }, 'flinks-busy'],
    ['an unknown code', { HttpStatusCode: 418, FlinksCode: 'SOMETHING_NEW' }, 'flinks-busy'],
  ])('%s in place of a token', (_name, body, code) => {
    const answer = readFlinksAnswer({ status: 200, date: null, text: JSON.stringify(body) });
    expect(tokenRefused(answer)).toMatchObject({ code, retry: code === 'flinks-busy' });
  });
});
