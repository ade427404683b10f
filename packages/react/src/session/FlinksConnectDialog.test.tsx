import type { Connection } from '@flinks-kit/core';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { connectClient, postFromWidget, renderWithKit, settled, testConnection, widgetFrame } from '#test';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { frCA } from '../labels/frCA.ts';
import { FlinksConnectDialog, type FlinksConnectDialogProps } from './FlinksConnectDialog.tsx';
import { useFlinksConnect } from './useFlinksConnect.ts';

function Page(props: Omit<FlinksConnectDialogProps, 'connect'>): ReactElement {
  const connect = useFlinksConnect();
  const [isMounted, setMounted] = useState(true);
  return (
    <>
      <button onClick={() => connect.open()}>Connect</button>
      <button onClick={() => setMounted(!isMounted)}>Toggle</button>
      <output>{connect.session.status === 'exited' ? connect.session.reason : connect.session.status}</output>
      {isMounted && <FlinksConnectDialog {...props} connect={connect} />}
    </>
  );
}

const dialog = () => {
  const found = document.querySelector<HTMLDialogElement>('dialog');
  if (!found) throw new Error('There is no dialog.');
  return found;
};
const button = (name: string) => within(dialog()).getByRole('button', { name, hidden: true });
const outcome = () => document.querySelector('output')?.textContent;

const redirect = { step: 'REDIRECT', loginId: '11111111-2222-4333-8444-555555555555' };

async function openAt(step: string, kit: Parameters<typeof renderWithKit>[1] = connectClient(), props = {}) {
  renderWithKit(<Page {...props} />, kit);
  await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await settled();
  postFromWidget({ step: 'APP_MOUNTED' });
  postFromWidget({ step });
}

async function connected(
  connection: Connection,
  methods: Parameters<typeof connectClient>[0] = {},
  props = {},
) {
  const kit = connectClient({ linkConnection: async () => connection, ...methods });
  await openAt('COMPONENT_LOAD_ACCOUNT_SELECTION', kit, props);
  postFromWidget(redirect);
  await settled();
}

describe('FlinksConnectDialog: its exit', () => {
  it('is the only one while the widget is shown', async () => {
    await openAt('COMPONENT_LOAD_CREDENTIAL');
    postFromWidget({ step: 'APP_OFFLINE' });
    expect(within(dialog()).getAllByRole('button', { hidden: true })).toHaveLength(1);
    expect(dialog()).toHaveTextContent('You are offline.');
  });

  it('asks first, and every Escape in the question keeps the user in, wherever the focus is', async () => {
    await openAt('COMPONENT_LOAD_CREDENTIAL');
    await userEvent.click(button('Close'));
    expect(button('Stay')).toHaveFocus();
    act(() => button('Stay').blur());
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog', { hidden: true })).toBeNull();
    expect(button('Close')).toHaveFocus();
    for (let press = 0; press < 4; press += 1) await userEvent.keyboard('{Escape}');
    expect(outcome()).toBe('active');
    expect(dialog().open).toBe(true);
  });

  it('asks again where a browser closes it without a question', async () => {
    await openAt('COMPONENT_LOAD_CREDENTIAL');
    const frame = widgetFrame();
    act(() => {
      dialog().removeAttribute('open');
      dialog().dispatchEvent(new Event('close'));
    });
    expect(dialog().open).toBe(true);
    expect(screen.getByRole('alertdialog')).toBeVisible();
    expect(widgetFrame()).toBe(frame);
    await userEvent.click(button('Leave'));
    expect(outcome()).toBe('closed');
    expect(dialog().open).toBe(false);
  });

  it('leaves at once by Escape while nothing can be lost', async () => {
    await openAt('COMPONENT_LOAD_CONSENT');
    await userEvent.keyboard('{Escape}');
    expect(outcome()).toBe('closed');
  });

  it('leaves an Escape to what is open above it', async () => {
    await openAt('COMPONENT_LOAD_CONSENT');
    act(() => {
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
      key.preventDefault();
      document.body.dispatchEvent(key);
    });
    expect(outcome()).toBe('active');
  });

  it('keeps the frame out of reach behind the question', async () => {
    await openAt('COMPONENT_LOAD_CREDENTIAL');
    await userEvent.click(button('Close'));
    expect(widgetFrame().closest('[inert]')).not.toBeNull();
    await userEvent.click(button('Stay'));
    expect(widgetFrame().closest('[inert]')).toBeNull();
  });
});

describe('FlinksConnectDialog: the success moment', () => {
  it('shows the bank and the number of accounts, with one button that has the focus', async () => {
    const onDone = vi.fn();
    const connection = sampleConnection({ institutionName: 'Sample Bank' });
    await connected(connection, {}, { onDone });
    expect(dialog()).toHaveAccessibleName('Sample Bank is connected');
    expect(dialog()).toHaveTextContent('3 accounts connected');
    expect(within(dialog()).getAllByRole('button')).toHaveLength(1);
    expect(button('Done')).toHaveFocus();
    expect(button('Done')).toHaveAccessibleDescription('3 accounts connected');
    expect(onDone).not.toHaveBeenCalled();
    await userEvent.click(button('Done'));
    expect(onDone).toHaveBeenCalledExactlyOnceWith(connection);
    expect(dialog().open).toBe(false);
    expect(outcome()).toBe('connected');
  });

  it('needs no more than the id that a back end of the app’s own gives', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await connected(JSON.parse('{"id":"c1"}'));
    expect(dialog()).toHaveAccessibleName('Your bank is connected');
    expect(dialog()).not.toHaveTextContent(/account/);
    vi.restoreAllMocks();
  });

  it('states neither the bank’s name nor a number before the accounts were read', async () => {
    let answer: (connection: Connection) => void = () => undefined;
    const getConnection = vi.fn(() => new Promise<Connection>((resolve) => (answer = resolve)));
    await connected(testConnection, { getConnection });
    expect(dialog()).toHaveAccessibleName('Your bank is connected');
    expect(dialog()).not.toHaveTextContent(/account|FlinksCapital/);
    await act(async () => answer(sampleConnection({ institutionName: 'Sample Bank' })));
    await waitFor(() => expect(dialog()).toHaveAccessibleName('Sample Bank is connected'));
    await waitFor(() => expect(dialog()).toHaveTextContent('3 accounts connected'));
    expect(within(dialog()).getByText('3 accounts connected').closest('[role="status"]')).not.toBeNull();
  });

  it.each([
    ['same', ['account-1'], '1 was already connected'],
    ['same', ['account-1', 'account-2'], '2 were already connected'],
    ['likely', ['account-1'], '1 may already have been connected'],
  ] as const)('shows how many accounts another connection has: %s %j', async (certainty, ids, words) => {
    const duplicates = ['one', 'two'].map((connectionId) => ({ connectionId, accountIds: ids, certainty }));
    await connected(sampleConnection({ duplicates }));
    expect(within(dialog()).getByText(words)).toBeVisible();
  });

  it('states an account of a certainty that this version does not know as one that may be connected', async () => {
    const newer = { connectionId: 'one', accountIds: ['account-1'], certainty: 'brand-new' };
    await connected(Object.assign(sampleConnection(), { duplicates: [newer] }));
    expect(within(dialog()).getByText('1 may already have been connected')).toBeVisible();
  });

  it('is skipped by a prop', async () => {
    await connected(sampleConnection(), {}, { showSuccess: false });
    expect(dialog().open).toBe(false);
    expect(outcome()).toBe('connected');
  });

  it('does not come up behind a user who closed the dialog while the login was stored', async () => {
    let answer: (connection: Connection) => void = () => undefined;
    await openAt(
      'COMPONENT_LOAD_ACCOUNT_SELECTION',
      connectClient({ linkConnection: () => new Promise((resolve) => (answer = resolve)) }),
    );
    postFromWidget(redirect);
    await userEvent.click(button('Close'));
    expect(dialog().open).toBe(false);
    await act(async () => answer(testConnection));
    expect(outcome()).toBe('connected');
    expect(dialog().open).toBe(false);
  });

  it('does not come up again when the dialog is mounted later', async () => {
    await connected(sampleConnection());
    await userEvent.click(button('Done'));
    await userEvent.click(screen.getByRole('button', { name: 'Toggle' }));
    await userEvent.click(screen.getByRole('button', { name: 'Toggle' }));
    expect(dialog().open).toBe(false);
  });

  it('is in Canadian French for a provider in that language', async () => {
    const connection = sampleConnection({ institutionName: 'Banque du Fleuve' });
    await openAt('COMPONENT_LOAD_ACCOUNT_SELECTION', {
      ...connectClient({ linkConnection: async () => connection }),
      locale: 'fr-CA',
      labels: frCA,
    });
    postFromWidget(redirect);
    await settled();
    expect(dialog()).toHaveAccessibleName('La connexion à Banque du Fleuve est établie');
    expect(dialog()).toHaveTextContent('3 comptes connectés');
  });
});

describe('FlinksConnectDialog: its height', () => {
  const height = () => dialog().style.getPropertyValue('--flinks-frame-height');

  it('follows the height that the widget reports', async () => {
    await openAt('COMPONENT_LOAD_CREDENTIAL');
    expect(height()).toBe('');
    postFromWidget({ step: 'APP_RESIZE', height: 612.4 });
    expect(height()).toBe('613px');
    postFromWidget(JSON.stringify({ step: 'APP_RESIZE', height: '900' }));
    expect(height()).toBe('900px');
  });

  it.each([[{}], [{ height: -5 }], [{ height: 'auto' }], [{ height: 1e9 }], [{ height: null }]])(
    'ignores %o',
    async (fields) => {
      await openAt('COMPONENT_LOAD_CREDENTIAL');
      postFromWidget({ step: 'APP_RESIZE', ...fields });
      expect(height()).toBe('');
    },
  );

  it('ignores another window and another origin', async () => {
    await openAt('COMPONENT_LOAD_CREDENTIAL');
    postFromWidget({ step: 'APP_RESIZE', height: 900 }, { source: window });
    postFromWidget({ step: 'APP_RESIZE', height: 900 }, { origin: 'https://evil.example' });
    expect(height()).toBe('');
  });
});
