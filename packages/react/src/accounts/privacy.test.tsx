import { createFlinksClient, type FetchHandler } from '@flinks-kit/core';
import { createSandbox } from '@flinks-kit/sandbox';
import { createFlinksServer, type FlinksServerOptions } from '@flinks-kit/server';
import { waitFor } from '@testing-library/react';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderWithKit } from '../../test/renderWithKit.tsx';
import { ConnectionList } from '../connections/ConnectionList.tsx';
import { AccountList } from './AccountList.tsx';
import { AccountPicker } from './AccountPicker.tsx';
import { useAccounts } from './useAccounts.ts';
import { useConnections } from '../connections/useConnections.ts';

const logged: unknown[] = [];

describe('what the browser may know of an account', () => {
  beforeEach(() => {
    logged.length = 0;
    for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, way).mockImplementation((...words) => void logged.push(...words));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  // Whose accounts are every fixture there is: the test bank's, each type Flinks lists with odd forms of numbers, one more.
  test.each(['greatday_nomfa', 'sandbox_every_account', 'chat_gpt'])(
    'no full number and no holder of %s is in any response, query cache, page or log',
    async (username) => {
      const { secrets, found } = await secretsInBrowser(username);
      expect(secrets).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
    30_000,
  );

  test('what an app exposes on purpose is found', async () => {
    const { found } = await secretsInBrowser('greatday_nomfa', { expose: ['accountNumber', 'holder'] });
    expect(found).toEqual(expect.arrayContaining(['1111000', 'John Doe']));
  });
});

async function secretsInBrowser(username: string, options: Partial<FlinksServerOptions> = {}) {
  const fromFlinks: string[] = [];
  const toBrowser: string[] = [];
  const sandbox = createSandbox({ collectionMs: 0 });
  const server = createFlinksServer({
    endpoint: '/api/flinks',
    identify: () => 'ada',
    flinks: { ...sandbox.credentials, fetch: recordAnswers(sandbox.fetch, fromFlinks) },
    encryption: { keys: [btoa('thirty-two bytes of a test key..')] },
    timing: { asyncPollMs: 50 },
    onWarning: (...words) => void logged.push(...words),
    ...options,
  });
  const client = createFlinksClient({
    endpoint: 'https://app.test/api/flinks',
    userId: 'test-user',
    fetch: recordAnswers(server.handler, toBrowser),
  });
  const { sessionId } = await client.openSession({});
  const { id } = await client.linkConnection({ sessionId, ...sandbox.login({ username }) });
  const { container, queryClient, unmount } = renderWithKit(<Page connectionId={id} />, { client });
  const list = () => container.querySelector('[data-flinks-account-list="ready"]');
  await waitFor(() => expect(list()).not.toBeNull());

  const cache = queryClient.getQueryCache().getAll();
  const everything = [
    ...toBrowser,
    container.innerHTML,
    JSON.stringify(cache.map(({ queryKey, state }) => [queryKey, state.data])),
    logged.map(String).join('\n'),
  ].join('\n');
  unmount();
  const secrets = [...new Set(fromFlinks.flatMap(privateValues))];
  return { secrets: secrets.length, found: secrets.filter((secret) => everything.includes(secret)) };
}

function Page({ connectionId }: { readonly connectionId: string }): ReactElement {
  const [open] = useState(() => () => {});
  const accounts = useAccounts(connectionId);
  return (
    <>
      <ConnectionList connections={useConnections()} connect={{ open }} />
      <AccountList accounts={accounts} />
      <AccountPicker accounts={accounts} />
    </>
  );
}

/** The same handler, and what it answered. */
function recordAnswers(handle: FetchHandler, answers: string[]): FetchHandler {
  return async (request) => {
    const response = await handle(request);
    answers.push(await response.clone().text());
    return response;
  };
}

/** What Flinks sent of accounts that must stay on the server; what is masked, or too short to name anything, is not. */
function privateValues(body: string): readonly string[] {
  if (!body.includes('"Accounts"')) return [];
  const values: string[] = [];
  JSON.parse(body, (key, value: unknown) => {
    if (privateKeys.has(key) && typeof value === 'string' && /^[^*]{5,}$/.test(value)) values.push(value);
    return value;
  });
  return values;
}

const privateKeys = new Set([
  'AccountNumber',
  'TransitNumber',
  'Name',
  'Email',
  'PhoneNumber',
  'CivicAddress',
  'PostalCode',
]);
