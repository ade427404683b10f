import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { connected } from '../../test/sampleAccounts.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { useAccounts } from '../accounts/useAccounts.ts';
import { FlinksConnect } from '../session/FlinksConnect.tsx';
import { useFlinksConnect, type UseFlinksConnectOptions } from '../session/useFlinksConnect.ts';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { createFakeFlinks, type FakeFlinks } from './createFakeFlinks.ts';
import { fakeScenarios, type FakeScenarioName } from './scenarios.ts';

function App(options: UseFlinksConnectOptions): ReactElement {
  const connect = useFlinksConnect(options);
  const { session } = connect;
  if (session.status === 'connected') return <Accounts connectionId={session.connection.id} />;
  return (
    <>
      <button onClick={connect.open}>Connect</button>
      <output>{session.status === 'active' ? session.stage : session.status}</output>
      <FlinksConnect connect={connect} />
    </>
  );
}

function Accounts({ connectionId }: { readonly connectionId: string }): ReactElement {
  return <AccountList accounts={useAccounts(connectionId)} />;
}

async function enter(fake: FakeFlinks, options: UseFlinksConnectOptions = {}): Promise<void> {
  render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <FlinksProvider client={fake.client}>
          <App {...options} />
        </FlinksProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
}

const complaints = vi.spyOn(console, 'error');

describe('createFakeFlinks', () => {
  afterEach(() => {
    expect(complaints).not.toHaveBeenCalled();
  });

  const names = Object.keys(fakeScenarios).filter((name): name is FakeScenarioName => name in fakeScenarios);

  describe('scenarios', () => {
    test.each(names.filter((name) => fakeScenarios[name].accounts.length > 0))(
      '%s ends in its accounts',
      async (scenario) => {
        const fake = createFakeFlinks({ scenario });
        await enter(fake);
        await fake.run();
        const [{ title } = { title: null }] = fakeScenarios[scenario].accounts;
        expect(await screen.findByText(title ?? 'no title')).toBeVisible();
        expect(fake.calls.map(({ method }) => method)).toEqual(
          expect.arrayContaining(['openSession', 'linkConnection', 'sendReport', 'getAccounts']),
        );
      },
    );

    test.each([
      ['consent-denied', 'onExited', 'consent-denied'],
      ['user-closes', 'onExited', 'closed'],
      ['maximum-retries', 'onExited', 'maximum-retries'],
      ['token-expired', 'onFailed', expect.objectContaining({ code: expect.stringContaining('token') })],
    ] as const)('%s ends the session by %s', async (scenario, callback, argument) => {
      const fake = createFakeFlinks({ scenario });
      const called = vi.fn();
      await enter(fake, { [callback]: called });
      await fake.run();
      await waitFor(() => {
        expect(called).toHaveBeenCalledExactlyOnceWith(argument, expect.anything());
      });
    });

    test.each(
      names.filter((name) => fakeScenarios[name].messages.some((message) => 'flinksCode' in message)),
    )('%s reports the code that the widget handles, and the session goes on', async (scenario) => {
      const onEvent = vi.fn();
      const fake = createFakeFlinks({ scenario });
      await enter(fake, { onEvent });
      await fake.run();
      expect(onEvent.mock.calls.flat()).toEqual(
        expect.arrayContaining([expect.objectContaining({ flinksCode: expect.stringMatching(/^[A-Z_]+$/) })]),
      );
    });

    test('an option of its own comes before the scenario', async () => {
      const fake = createFakeFlinks({ scenario: 'no-accounts', accounts: [connected({ title: 'Own' })] });
      await enter(fake);
      await fake.run('mfa');
      expect(await screen.findByText('Own')).toBeVisible();
    });

    test('asks-cached leaves a connection that only its user can repair', async () => {
      const fake = createFakeFlinks({ scenario: 'asks-cached' });
      await enter(fake);
      await fake.run();
      expect(await fake.client.listConnections?.()).toMatchObject([{ health: { status: 'needs-user' } }]);
    });

    test('a misspelled option is answered with the options that there are', () => {
      // @ts-expect-error -- as JavaScript may write it
      expect(() => createFakeFlinks({ getAcounts: [] })).toThrow(/no option "getAcounts".+ getAccounts,/);
    });

    test('a misspelled scenario is answered with the names that there are', () => {
      // @ts-expect-error -- as JavaScript may write it
      expect(() => createFakeFlinks({ scenario: 'mfaa' })).toThrow(
        /no scenario "mfaa"\. Choose among everyday, mfa,/,
      );
    });
  });

  test('a test sends one message at a time', async () => {
    const fake = createFakeFlinks();
    await enter(fake);
    await fake.emit({ step: 'COMPONENT_LOAD_CONSENT' });
    expect(screen.getByText('consent')).toBeVisible();
  });

  test.each([['closed'], ['consent-denied'], ['maximum-retries']] as const)(
    'the widget ends as %s',
    async (end) => {
      const fake = createFakeFlinks();
      const onExited = vi.fn();
      await enter(fake, { onExited });
      await fake.end(end);
      expect(onExited).toHaveBeenCalledExactlyOnceWith(end, expect.anything());
    },
  );

  test.each([
    ['of another origin', { origin: 'https://elsewhere.example' }],
    ['of another window', { source: window }],
    ['of no window', { source: null }],
  ])('the gate of the hook stays shut for a message %s', async (_, forged) => {
    const fake = createFakeFlinks();
    await enter(fake);
    await fake.emit({ step: 'APP_MOUNTED' });
    const frame = document.querySelector('iframe');
    const genuine = { origin: new URL(frame?.src ?? '').origin, source: frame?.contentWindow ?? null };
    const data = { step: 'COMPONENT_LOAD_CONSENT' };
    await act(async () => {
      window.dispatchEvent(new MessageEvent('message', { data, ...genuine, ...forged }));
    });
    expect(screen.queryByText('consent')).toBeNull();
    await act(async () => {
      window.dispatchEvent(new MessageEvent('message', { data, ...genuine }));
    });
    expect(screen.getByText('consent')).toBeVisible();
  });

  test('a message without a frame explains what to do', async () => {
    await expect(createFakeFlinks().emit({ step: 'APP_MOUNTED' })).rejects.toThrow('await the frame');
  });
});
