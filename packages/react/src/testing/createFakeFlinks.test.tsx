import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, StrictMode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { connected } from '../../test/sampleAccounts.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { useAccounts } from '../accounts/useAccounts.ts';
import { FlinksConnect } from '../session/FlinksConnect.tsx';
import { useFlinksConnect, type UseFlinksConnectOptions } from '../session/useFlinksConnect.ts';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { createFakeFlinks, type FakeFlinks } from './createFakeFlinks.ts';
import { fakeJourneys, type FakeJourney } from './journeys.ts';

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
afterEach(() => {
  expect(complaints).not.toHaveBeenCalled();
});

const names = Object.keys(fakeJourneys).filter((name): name is FakeJourney => name in fakeJourneys);

test.each(names)('the journey %s ends in accounts', async (journey) => {
  const fake = createFakeFlinks({ accounts: [connected({ title: 'Sample Chequing' })] });
  await enter(fake);
  await fake.run(journey);
  expect(await screen.findByText('Sample Chequing')).toBeVisible();
  expect(fake.calls.map(({ method }) => method)).toEqual(
    expect.arrayContaining(['openSession', 'linkConnection', 'sendReport', 'getAccounts']),
  );
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
