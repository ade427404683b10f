import { createManualClock } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { createInstitutionNames } from './createInstitutionNames.ts';

function namesFrom(getPage: (skip: number, take: number) => Promise<unknown>) {
  const clock = createManualClock();
  const warnings: string[] = [];
  const names = createInstitutionNames(getPage, { clock, warn: (sentence) => void warnings.push(sentence) });
  return { clock, names, warnings };
}

const bank = (id: number, english: string, french: string) => ({
  Id: id,
  Localizations: [
    { Language: 'en', Name: english, Urls: [] },
    { Language: 'fr', Name: french, Urls: [] },
  ],
  Status: 'Enabled',
  Country: 'CA',
});

describe('createInstitutionNames', () => {
  test('a connection carries the name of its bank for people, in its language', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({ language: 'fr' });
    const login = server.sandbox.login({
      username: 'greatday_nomfa',
      institution: 'SandboxCreditUnion',
      language: 'fr',
    });
    const { id } = await client.linkConnection({ sessionId, ...login });
    await client.getAccounts(id);
    await expect
      .poll(() => client.getConnection(id))
      .toMatchObject({
        institution: 'PrairieCreditUnion',
        institutionName: 'Caisse populaire Blé des Prairies',
      });
    expect(server.sandbox.journal.calls('Institutions')).toHaveLength(1);
  });

  test('an instance without the list costs the name and nothing else', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0, without: ['Institutions'] } });
    const { client, connection } = await server.link('ann');
    expect((await client.getAccounts(connection.id)).status).toBe('ready');
    expect(await client.getConnection(connection.id)).toMatchObject({
      institution: 'FlinksCapital',
      institutionName: null,
    });
  });

  test('a list of several pages is read to its end, once a day', async () => {
    let asked = 0;
    const { clock, names } = namesFrom(async (skip, take) => {
      asked += 1;
      const left = Math.min(take, 1_500 - skip);
      return { Data: Array.from({ length: left }, (_, i) => bank(skip + i, `Bank ${skip + i}`, 'Banque')) };
    });
    expect(await Promise.all([names(1_400, 'en'), names(3, 'fr'), names(9_999, 'en')])).toEqual([
      'Bank 1400',
      'Banque',
      null,
    ]);
    expect(asked).toBe(2);
    clock.advance(24 * 60 * 60_000);
    await names(3, 'en');
    expect(asked).toBe(4);
  });

  test.each([
    null,
    'text',
    {},
    { Data: {} },
    { Data: [null, 1, { Id: 3 }, { Id: 3, Localizations: [null, { Language: 3 }] }] },
  ])('a body like %j names nothing', async (body) => {
    const { names } = namesFrom(async () => body);
    expect(await names(3, 'en')).toBeNull();
  });

  test('a Flinks that is down is reported once, and asked again ten minutes later', async () => {
    let down = true;
    const { clock, names, warnings } = namesFrom(async () => {
      if (down) throw new TypeError('fetch failed');
      return { Data: [bank(3, 'Bank', 'Banque')] };
    });
    expect([await names(3, 'en'), await names(3, 'en')]).toEqual([null, null]);
    expect(warnings).toHaveLength(1);
    down = false;
    clock.advance(10 * 60_000);
    expect(await names(3, 'en')).toBe('Bank');
  });
});
