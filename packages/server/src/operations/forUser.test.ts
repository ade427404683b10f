import { isRecord } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import type { UserFlinks } from './forUser.ts';

const id = 'no-such-id';
const loginId = '00000000-0000-4000-8000-000000000000';
const report = {
  sessionId: null,
  startedAt: '2026-01-15T12:00:00.000Z',
  durationMs: 0,
  end: null,
  stage: null,
  institution: null,
  steps: [],
  flinksCodes: [],
  retries: 0,
  mfaTypes: [],
  unknownSteps: [],
  unknownStepsDropped: 0,
};

/** What each method takes, and what of it a JavaScript app may get wrong. A method without a line is a type error. */
const methods: Readonly<Record<keyof Omit<UserFlinks, 'userId'>, Method>> = {
  openSession: { given: [{ language: 'en' }], wrong: { language: 'de', connectionId: 5 } },
  getSession: { given: [id] },
  sendReport: { given: [id, report], wrong: { durationMs: '5', steps: null } },
  linkConnection: {
    given: [{ sessionId: id, loginId, accountIds: [] }],
    wrong: { loginId: undefined, accountIds: 'all' },
  },
  listConnections: { given: [] },
  getConnection: { given: [id] },
  getAccounts: { given: [id] },
  refreshConnection: { given: [id] },
  setNightlyRefresh: { given: [id, true] },
  listInstitutions: { given: ['en'] },
  deleteConnection: { given: [id] },
  getAllAccounts: { given: [] },
  adoptLogin: { given: [{ loginId, language: 'en' }], wrong: { language: undefined, accountIds: 'all' } },
  getEftInstruction: {
    given: [{ connectionId: id, accountId: 'any' }],
    wrong: { accountId: undefined, connectionId: 5, maxAgeMs: '1000' },
  },
};

interface Method {
  readonly given: readonly unknown[];
  readonly wrong?: Readonly<Record<string, unknown>>;
}

/** The code and the sentence of what is thrown, as a JavaScript app may call it. */
async function refusalOf(name: string, given: readonly unknown[]) {
  const user = startTestServer().flinks.forUser('ann');
  const call = async (): Promise<unknown> => Reflect.apply(Reflect.get(user, name), user, [...given]);
  return call().then(
    () => ({ code: null, message: '' }),
    (error: unknown) => ({ code: Reflect.get(Object(error), 'code'), message: String(error) }),
  );
}

const withField = (given: readonly unknown[], name: string, value: unknown): readonly unknown[] =>
  given.map((part) => (isRecord(part) ? { ...part, [name]: value } : part));

describe('forUser', () => {
  const takesObject = Object.entries(methods).filter(([, { given }]) =>
    given.some((part) => part instanceof Object),
  );

  test.each(Object.entries(methods))('%s takes what is right', async (name, { given }) => {
    expect((await refusalOf(name, given)).code).not.toBe('request-invalid');
  });

  test.each(takesObject)('%s refuses a misspelled field by its name', async (name, { given }) => {
    expect(await refusalOf(name, withField(given, 'maxAgeMS', 1))).toEqual({
      code: 'request-invalid',
      message: expect.stringContaining('Wrong: maxAgeMS.'),
    });
  });

  test.each(takesObject)(
    '%s refuses a wrong value by the name of its field',
    async (name, { given, wrong }) => {
      expect(Object.keys(wrong ?? {})).not.toHaveLength(0);
      for (const [field, value] of Object.entries(wrong ?? {})) {
        expect(await refusalOf(name, withField(given, field, value))).toEqual({
          code: 'request-invalid',
          message: expect.stringContaining(`Wrong: ${field}.`),
        });
      }
    },
  );

  test.each(takesObject)('%s without its object is refused', async (name) => {
    expect((await refusalOf(name, [id, undefined].slice(name === 'sendReport' ? 0 : 1))).code).toBe(
      'request-invalid',
    );
  });

  test.each([
    ['setNightlyRefresh', [id, 'false'], 'enabled'],
    ['listInstitutions', ['de'], 'language'],
  ])('%s refuses a wrong word', async (name, given, field) => {
    expect((await refusalOf(name, given)).message).toContain(`Wrong: ${field}.`);
  });
});
