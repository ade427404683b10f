import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectClient, ConnectPage, postFromWidget, renderWithKit, settled } from '#test';
import { connected, snapshot } from '../test/sampleAccounts.ts';
import { sampleConnection } from '../test/sampleConnection.ts';
import { AccountList } from './accounts/AccountList.tsx';
import { ConnectionList } from './connections/ConnectionList.tsx';

const regions = '[role="status"], [role="alert"], [aria-live]';

let announced: string[];
let observer: MutationObserver;

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

function expectNoControlInside(): void {
  for (const region of document.querySelectorAll(regions)) {
    expect(region.querySelector('button, a, input, select')).toBeNull();
  }
}

describe('announcements', () => {
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
    expect(announced).toEqual(['FlinksCapital: Being updated']);
    expectNoControlInside();
  });
});
