import {
  type Connection,
  createFlinksClient,
  type HttpFlinksClient,
  type Institution,
} from '@flinks-kit/core';
import { renderWithKit } from '#test';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { connected, sampleAccounts, snapshot } from '../test/sampleAccounts.ts';
import { sampleConnection, sampleNow } from '../test/sampleConnection.ts';
import { AccountList } from './accounts/AccountList.tsx';
import { AccountPicker } from './accounts/AccountPicker.tsx';
import { ConnectionDetails } from './connections/ConnectionDetails.tsx';
import { ConnectionList } from './connections/ConnectionList.tsx';
import { ReconnectBanner } from './connections/ReconnectBanner.tsx';
import { InstitutionPicker } from './institutions/InstitutionPicker.tsx';

// A back end of the app's own, or another version of our server, may return anything. In a good answer one field after
// the other is left out, or gets a value of another type: the client calls the answer unreadable, or the page shows it.

const oddValues = [undefined, null, 7, -1.5, '', 'brand-new', true, [], {}, [null], ['brand-new'], { id: 1 }];

type Path = readonly string[];

function listPaths(value: unknown, path: Path = []): readonly Path[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...parts.flatMap(([key, part]) => listPaths(part, [...path, key]))];
}

/** A copy with another value at the path; JSON leaves `undefined` out. */
function replaceAt(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  const change = (name: string, part: unknown) => (name === key ? replaceAt(part, rest, odd) : part);
  if (Array.isArray(value)) return value.map((part: unknown, index) => change(String(index), part));
  const fields: Readonly<Record<string, unknown>> = Object(value);
  return Object.fromEntries(Object.entries(fields).map(([name, part]) => [name, change(name, part)]));
}

/** The words that the page shows of an answer; `null` where the client calls it unreadable. */
async function show<Answer>({ good, read, draw }: Route<Answer>, answer: unknown): Promise<string | null> {
  const client = createFlinksClient({
    endpoint: 'https://app.example/api/flinks',
    userId: 'u1',
    fetch: async () => new Response(JSON.stringify(answer) ?? ''),
  });
  const received = await read(client).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'answer-unreadable' });
    return null;
  });
  if (received === null) return null;
  // Right at first, and odd at a later reading: what changed is announced, too.
  const { container, rerender, unmount } = renderWithKit(draw(good), { strict: false });
  rerender(draw(received));
  const words = container.textContent;
  unmount();
  return words;
}

interface Route<Answer> {
  readonly good: Answer;
  readonly read: (client: HttpFlinksClient) => Promise<Answer>;
  readonly draw: (answer: Answer) => ReactElement;
}

const query = { error: null, isFetching: false, fetchStatus: 'idle', refetch: () => undefined };
const connect = { open: () => undefined };
const card = sampleAccounts.find(({ category }) => category === 'Credits') ?? connected();

const accounts = {
  good: snapshot({ accounts: [connected(), card], givesUpAt: '2026-11-20T14:35:00Z' }),
  read: (client) => client.getAccounts('c1'),
  draw: (data) => (
    <>
      <AccountList accounts={{ ...query, data }} searchFrom={1} />
      <AccountPicker accounts={{ ...query, data }} name="account" />
    </>
  ),
} satisfies Route<ReturnType<typeof snapshot>>;

const connection = sampleConnection({
  institutionName: 'Sample Bank',
  refreshableAt: '2026-11-20T15:10:00Z',
  hasMissingAccounts: true,
  duplicates: [{ connectionId: 'connection-2', accountIds: ['account-1'], certainty: 'same' }],
});
const connections = {
  good: [
    connection,
    { ...connection, id: 'connection-2', health: { status: 'needs-user', flinksCode: 'NEW_ACCOUNT' } },
  ],
  read: (client) => client.listConnections(),
  draw: (data) => (
    <>
      <ConnectionList connections={{ ...query, data }} connect={connect} now={sampleNow} nightlyRefresh />
      <ReconnectBanner connections={{ data }} connect={connect} />
      {data.map((each) => (
        <ConnectionDetails key={each.id} connection={each} />
      ))}
    </>
  ),
} satisfies Route<readonly Connection[]>;

const institutions = {
  good: [{ id: '14', name: 'Sample Bank', country: 'CA' }],
  read: (client) => client.listInstitutions('en'),
  draw: (data) => (
    <InstitutionPicker institutions={{ data, error: null, refetch: () => {} }} connect={connect} />
  ),
} satisfies Route<readonly Institution[]>;

describe.each([
  ['accounts', (answer: unknown) => show(accounts, answer), accounts.good],
  ['connections', (answer: unknown) => show(connections, answer), connections.good],
  ['institutions', (answer: unknown) => show(institutions, answer), institutions.good],
] as const)('%s as another back end returns them', (_name, read, good) => {
  it('are shown when they are complete', async () => {
    await expect(read(good)).resolves.toMatch(/Sample/);
  });

  it.each(listPaths(good).map((path) => path.join('.')))(
    'are unreadable or shown, whatever %s is',
    async (at) => {
      const path = at === '' ? [] : at.split('.');
      for (const odd of oddValues) {
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        const words = await read(replaceAt(good, path, odd));
        if (words !== null)
          expect(words, JSON.stringify(odd)).not.toMatch(/undefined|NaN|Infinity|Invalid|\[object/);
      }
    },
  );
});
