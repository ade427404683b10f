import type { RefreshOutcome } from '@flinks-kit/core';
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  chooseInMenu,
  connectClient,
  ConnectPage,
  postFromWidget,
  renderWithKit,
  settled,
  testClient,
} from '#test';
import { connected, snapshot } from '../test/sampleAccounts.ts';
import { sampleConnection, sampleNow } from '../test/sampleConnection.ts';
import { AccountList } from './accounts/AccountList.tsx';
import { ConnectionList } from './connections/ConnectionList.tsx';
import { ReconnectBanner } from './connections/ReconnectBanner.tsx';
import { useConnections } from './connections/useConnections.ts';
import { ConnectButton } from './session/ConnectButton.tsx';
import { FlinksConnectDialog } from './session/FlinksConnectDialog.tsx';
import { useFlinksConnect } from './session/useFlinksConnect.ts';

const regions = '[role="status"], [role="alert"], [aria-live]';

let announced: string[];
let observer: MutationObserver;

function expectNoControlInside(): void {
  for (const region of document.querySelectorAll(regions)) {
    expect(region.querySelector('button, a, input, select')).toBeNull();
  }
}

describe('announcements', () => {
  // What a screen reader announces: each new text of a live region, and nothing of a region that arrives empty.
  beforeEach(() => {
    announced = [];
    const texts = new Map<Element, string>();
    observer = new MutationObserver(() => {
      for (const region of document.querySelectorAll(regions)) {
        const text = region.textContent;
        if (text !== '' && text !== (texts.get(region) ?? '')) announced.push(text);
        texts.set(region, text);
      }
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  afterEach(() => observer.disconnect());

  it('a session from opening to connected announces each fact once', async () => {
    renderWithKit(<ConnectPage />, connectClient());
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await settled();
    expectNoControlInside();
    for (const step of [
      'APP_MOUNTED',
      'COMPONENT_LOAD_CONSENT',
      'COMPONENT_LOAD_CREDENTIAL',
      'SUBMIT_CREDENTIAL',
    ]) {
      postFromWidget({ step });
      await settled();
    }
    postFromWidget({ step: 'POPUP_BLOCKED' });
    await settled();
    expectNoControlInside();
    postFromWidget({ step: 'REDIRECT', url: '?loginId=11111111-2222-4333-8444-555555555555' });
    await settled();
    await settled();
    expect(announced).toEqual([
      'Preparing a secure connection…',
      'Opening the secure page…',
      'Your consent',
      'Signing in to your bank',
      'Checking with your bank',
      expect.stringContaining('blocked your bank’s window'),
      'Finishing the connection…',
      'Your bank is connected.',
    ]);
  });

  it('a page of several banks announces nothing while it loads, and one change later', async () => {
    const banks = ['one', 'two', 'three'].map((id) => sampleConnection({ id }));
    const query = { error: null, isFetching: false, fetchStatus: 'fetching', refetch: () => {} };
    const page = (list: typeof banks | undefined, accounts: ReturnType<typeof snapshot> | undefined) => (
      <>
        <ConnectionList connections={{ ...query, data: list }} now={Date.parse('2026-11-20T15:05:00Z')} />
        <AccountList accounts={{ ...query, data: accounts }} />
      </>
    );
    const { rerender } = renderWithKit(page(undefined, undefined));
    rerender(page(banks, snapshot({ accounts: [connected()] })));
    await act(settled);
    expect(announced).toEqual([]);
    const [one, ...others] = banks;
    rerender(page([{ ...one!, health: { status: 'pending', flinksCode: null } }, ...others], snapshot()));
    await act(settled);
    expect(announced).toEqual(['Flinks Capital: Being updated']);
    expectNoControlInside();
  });

  it('the dialog announces each fact once, from opening to the success moment and the list behind it', async () => {
    const connection = sampleConnection({ institutionName: 'Sample Bank' });
    function Page() {
      const connect = useFlinksConnect();
      return (
        <>
          <ConnectButton connect={connect} />
          <ReconnectBanner connections={{ data: [] }} connect={connect} />
          <FlinksConnectDialog connect={connect} />
        </>
      );
    }
    renderWithKit(<Page />, connectClient({ linkConnection: async () => connection }));
    await userEvent.click(screen.getByRole('button', { name: 'Connect your bank' }));
    await settled();
    for (const message of [
      { step: 'APP_MOUNTED' },
      { step: 'COMPONENT_LOAD_CONSENT' },
      { step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR' },
      { step: 'COMPONENT_LOAD_CREDENTIAL' },
      { step: 'SUBMIT_CREDENTIAL' },
      { flinksCode: 'INVALID_PASSWORD' },
      { step: 'COMPONENT_LOAD_CREDENTIAL_RETRY' },
      { step: 'SUBMIT_CREDENTIAL' },
      { step: 'APP_OFFLINE' },
      { step: 'APP_ONLINE' },
      { step: 'COMPONENT_LOAD_ACCOUNT_SELECTION' },
      { step: 'REDIRECT', loginId: '11111111-2222-4333-8444-555555555555' },
    ]) {
      postFromWidget(message);
      await settled();
      expectNoControlInside();
    }
    await settled();
    expect(screen.getByRole('button', { name: 'Done' })).toHaveFocus();
    expect(announced).toEqual([
      'Preparing a secure connection…',
      'Opening the secure page…',
      'Your consent',
      'Choosing your bank',
      'Signing in to your bank',
      'Checking with your bank',
      'This attempt did not succeed. The secure page explains why.',
      'Signing in to your bank',
      'Checking with your bank',
      'You are offline. This continues when you are back online.',
      'Choosing accounts',
      'Finishing the connection…',
      'Your bank is connected.',
      '3 accounts connected',
    ]);
  });

  it('a refresh and a deletion announce each change once', async () => {
    const refreshing: { answer: (outcome: RefreshOutcome) => void } = { answer: () => undefined };
    let list = [sampleConnection()];
    const Banks = () => <ConnectionList connections={useConnections()} now={sampleNow} />;
    renderWithKit(<Banks />, {
      client: testClient({
        listConnections: () => Promise.resolve(list),
        refreshConnection: () => new Promise((resolve) => (refreshing.answer = resolve)),
        deleteConnection: () => {
          list = [];
          return Promise.resolve({ status: 'deleted' });
        },
      }),
    });
    await screen.findByRole('article');
    expect(announced).toEqual([]);
    await chooseInMenu('Refresh');
    await screen.findByText('Being updated');
    await act(async () =>
      refreshing.answer({ status: 'done', connection: sampleConnection(), retryAfterMs: null }),
    );
    await screen.findByText('Up to date');
    await chooseInMenu('Delete connection');
    expectNoControlInside();
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await screen.findByText('No bank is connected yet.');
    await act(settled);
    expectNoControlInside();
    expect(announced).toEqual([
      'Flinks Capital: Being updated',
      'Flinks Capital: Up to date',
      'The connection is deleted, here and at Flinks.',
      'The connection is deleted, here and at Flinks. No bank is connected yet.',
    ]);
  });
});
