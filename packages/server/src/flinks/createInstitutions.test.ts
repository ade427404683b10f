import { createManualClock, type ManualClock } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { startTestServer, testKey } from '../../test/startTestServer.ts';
import { createVault } from '../crypto/createVault.ts';
import { createMemoryStore } from '../store/createMemoryStore.ts';
import { createRecords } from '../store/createRecords.ts';
import type { FlinksStore } from '../store/FlinksStore.ts';
import type { InstitutionsRecord } from '../store/records.ts';
import { createInstitutions } from './createInstitutions.ts';

const day = 24 * 60 * 60_000;
const minute = 60_000;

/** One process; `beside` another on the same store and clock. */
function processOf(
  getPage: (skip: number, take: number) => Promise<unknown>,
  beside: { readonly clock: ManualClock; readonly store: FlinksStore } = {
    clock: createManualClock(),
    store: createMemoryStore(),
  },
) {
  const { clock, store } = beside;
  const warnings: string[] = [];
  const warn = (sentence: string) => void warnings.push(sentence);
  const records = createRecords<InstitutionsRecord>(
    { store, vault: createVault([testKey]), warn },
    'institutions',
    () => ({}),
  );
  const newId = () => crypto.randomUUID();
  const institutions = createInstitutions({ getPage, records, store, clock, newId, warn });
  return { clock, store, warnings, names: institutions.nameOf, list: institutions.list };
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

describe('createInstitutions', () => {
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
    const { clock, names } = processOf(async (skip, take) => {
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
    clock.advance(day);
    await names(3, 'en');
    await expect.poll(() => asked).toBe(4);
  });

  test('a name has no control in it that could reorder the page', async () => {
    const { names } = processOf(async () => ({
      Data: [
        {
          Id: 3,
          Localizations: [
            { Language: 'en', Name: '\u2068Sample\u2069\u202E Bank' },
            { Language: 'fr', Name: '\u202E' },
          ],
        },
      ],
    }));
    expect([await names(3, 'en'), await names(3, 'fr')]).toEqual(['Sample Bank', null]);
  });

  test.each([
    null,
    'text',
    {},
    { Data: {} },
    { Data: [null, 1, { Id: 3 }, { Id: 3, Localizations: [null, { Language: 3 }] }] },
  ])('a body like %j names nothing', async (body) => {
    const { names } = processOf(async () => body);
    expect(await names(3, 'en')).toBeNull();
  });

  test('a Flinks that is down is reported once, and asked again ten minutes later', async () => {
    let down = true;
    const { clock, names, warnings } = processOf(async () => {
      if (down) throw new TypeError('fetch failed');
      return { Data: [bank(3, 'Bank', 'Banque')] };
    });
    expect([await names(3, 'en'), await names(3, 'en')]).toEqual([null, null]);
    expect(warnings).toHaveLength(1);
    down = false;
    clock.advance(10 * 60_000);
    expect(await names(3, 'en')).toBe('Bank');
  });

  test('the list has id, name and country, in order of name, without what cannot be connected', async () => {
    const { list } = processOf(async () => ({
      Data: [
        { ...bank(2, 'Zeta', 'Évangéline'), Country: 'US', Status: 'Enabled' },
        bank(1, 'alpha', 'Fleuve'),
        { ...bank(3, 'Gone', 'Partie'), Status: 'Disabled' },
        { ...bank(4, '', ''), Country: 'CA' },
        { Id: '5', Country: 'Canada', Localizations: [{ Language: 'fr-CA', Name: ' Étoile ' }] },
        { ...bank(6, 'x'.repeat(1_000), 'Z'), Secret: 'not ours' },
      ],
    }));
    expect(await list('en')).toEqual([
      { id: '1', name: 'alpha', country: 'CA' },
      { id: '5', name: 'Étoile', country: null },
      { id: '6', name: 'x'.repeat(200), country: 'CA' },
      { id: '2', name: 'Zeta', country: 'US' },
    ]);
    expect((await list('fr'))?.map(({ name }) => name)).toEqual(['Étoile', 'Évangéline', 'Fleuve', 'Z']);
    expect(await list('en')).toBe(await list('en'));
  });

  describe('processes that share a store', () => {
    const counted = () => {
      const calls = { count: 0, down: false };
      const getPage = async () => {
        calls.count += 1;
        if (calls.down) throw new TypeError('fetch failed');
        return { Data: [bank(calls.count, `Bank ${calls.count}`, 'Banque')] };
      };
      return { calls, getPage };
    };

    test('ask Flinks once a day together', async () => {
      const { calls, getPage } = counted();
      const one = processOf(getPage);
      const two = processOf(getPage, one);
      expect(await one.list('en')).toMatchObject([{ id: '1' }]);
      expect(await two.list('en')).toMatchObject([{ id: '1' }]);
      expect(calls.count).toBe(1);
      one.clock.advance(day);
      // The older list at once, the newer one afterwards.
      await two.list('en');
      await expect.poll(() => two.list('en')).toMatchObject([{ id: '2' }]);
      await expect.poll(() => one.list('en')).toMatchObject([{ id: '2' }]);
      expect(calls.count).toBe(2);
    });

    test('serve the older list while Flinks is down, and ask together every ten minutes', async () => {
      const { calls, getPage } = counted();
      const one = processOf(getPage);
      const two = processOf(getPage, one);
      await one.list('en');
      calls.down = true;
      one.clock.advance(day);
      for (let passed = 0; passed < 10; passed += 1) {
        for (const { list } of [one, two]) expect(await list('en')).toMatchObject([{ id: '1' }]);
        await expect.poll(() => calls.count).toBe(2);
        one.clock.advance(minute - 1_000);
      }
      expect(calls.count).toBe(2);
      calls.down = false;
      one.clock.advance(minute);
      await two.list('en');
      await expect.poll(() => two.list('en')).toMatchObject([{ id: '3' }]);
    });
  });
});
