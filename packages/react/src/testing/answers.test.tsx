import { FlinksKitError } from '@flinks-kit/core';
import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseInMenu, renderWithKit } from '#test';
import { AccountList } from '../accounts/AccountList.tsx';
import { useAccounts } from '../accounts/useAccounts.ts';
import { ConnectionList } from '../connections/ConnectionList.tsx';
import { useConnections } from '../connections/useConnections.ts';
import { FlinksConnectDialog } from '../session/FlinksConnectDialog.tsx';
import { useFlinksConnect } from '../session/useFlinksConnect.ts';
import {
  createFakeFlinks,
  fakeAccount,
  fakeConnection,
  fakeDelay,
  type FakeFlinksOptions,
  fakeSequence,
  fakeSnapshot,
} from './index.ts';

describe('createFakeFlinks', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function Page(): ReactElement {
    return (
      <>
        <ConnectionList connections={useConnections()} connect={{ open: () => {} }} />
        <AccountList accounts={useAccounts('connection-1')} />
      </>
    );
  }

  function start(options: FakeFlinksOptions, queryClient?: QueryClient) {
    const fake = createFakeFlinks(options);
    renderWithKit(<Page />, { client: fake.client, strict: false, ...(queryClient && { queryClient }) });
    return fake;
  }

  const called = (fake: ReturnType<typeof start>, name: string) =>
    fake.calls.filter(({ method }) => method === name);

  describe('answers by the method’s name', () => {
    it('serves connections and accounts that exist from the start, dated relative to now', async () => {
      start({ connections: [fakeConnection()], accounts: [fakeAccount({ title: 'Mine' })] });
      expect(await screen.findByText('Mine')).toBeVisible();
      expect(screen.getByText('Up to date')).toBeVisible();
      expect(screen.queryByText(/days old/)).toBeNull();
    });

    it('gives a value', async () => {
      start({ listConnections: [fakeConnection({ health: { status: 'needs-user', flinksCode: null } })] });
      expect(await screen.findByText('Needs your attention')).toBeVisible();
    });

    it('gives a sequence: pending, partial, ready', async () => {
      vi.useFakeTimers();
      start({
        connections: [fakeConnection()],
        getAccounts: fakeSequence(
          fakeSnapshot({ status: 'pending' }),
          fakeSnapshot({ status: 'partial' }),
          fakeSnapshot(),
        ),
      });
      const state = () =>
        document.querySelector('[data-flinks-account-list]')?.getAttribute('data-flinks-account-list');
      const seen = new Set<string | null | undefined>();
      for (let passed = 0; passed < 4000; passed += 100) {
        // oxlint-disable-next-line no-await-in-loop -- time passes step by step
        await act(() => vi.advanceTimersByTimeAsync(100));
        seen.add(state());
      }
      expect([...seen]).toEqual(['pending', 'partial', 'ready']);
    });

    it('gives an error', async () => {
      start({
        connections: [fakeConnection()],
        refreshConnection: new FlinksKitError('Busy.', { code: 'connection-busy', status: 409 }),
      });
      await chooseInMenu('Refresh');
      expect(await screen.findByText(/could not be done/)).toBeVisible();
    });

    it('gives a late answer', async () => {
      vi.useFakeTimers();
      start({ listConnections: fakeDelay(2000, [fakeConnection()]), connections: [fakeConnection()] });
      await act(() => vi.advanceTimersByTimeAsync(1900));
      expect(screen.getByText('Loading your connections…')).toBeVisible();
      await act(() => vi.advanceTimersByTimeAsync(200));
      expect(screen.getByRole('article')).toBeVisible();
    });

    it('computes what a fake account is worth from its facts', () => {
      expect(fakeAccount().eft.status).toBe('eligible');
      expect(fakeAccount({ eftEligibleRatio: 0 }).eft.status).not.toBe('eligible');
      expect(JSON.stringify(fakeAccount())).not.toContain('9990001');
    });
  });

  describe('the app’s own retry', () => {
    const retryable = () => new FlinksKitError('Down.', { code: 'unreachable', retry: true });

    it.each([
      [false, 1],
      [0, 1],
      [1, 2],
      [undefined, 3],
    ])('%j calls %i times', async (retry, times) => {
      vi.useFakeTimers();
      const queries = { ...(retry !== undefined && { retry }), retryDelay: 10 };
      const fake = start({ listConnections: retryable() }, new QueryClient({ defaultOptions: { queries } }));
      await act(() => vi.advanceTimersByTimeAsync(1000));
      expect(called(fake, 'listConnections')).toHaveLength(times);
      expect(screen.getByText('Your connections could not be loaded.')).toBeVisible();
    });
  });

  describe('FlinksConnectDialog in jsdom, which has no showModal()', () => {
    function Bank(): ReactElement {
      const connect = useFlinksConnect();
      return (
        <>
          <button onClick={connect.open}>Connect</button>
          <FlinksConnectDialog connect={connect} />
        </>
      );
    }

    it('opens, plays a journey, asks before leaving, and closes at the end', async () => {
      const fake = createFakeFlinks({});
      renderWithKit(<Bank />, { client: fake.client });
      expect(document.querySelector('dialog')).not.toHaveAttribute('open');
      await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
      await fake.emit({ step: 'APP_MOUNTED' });
      await fake.emit({ step: 'COMPONENT_LOAD_CREDENTIAL' });
      expect(screen.getByRole('dialog')).toHaveAttribute('open');

      await userEvent.click(screen.getByRole('button', { name: 'Close' }));
      expect(screen.getByRole('button', { name: 'Stay' })).toHaveFocus();
      await userEvent.keyboard('{Escape}');
      expect(screen.queryByRole('button', { name: 'Stay' })).toBeNull();
      expect(screen.getByRole('dialog')).toHaveAttribute('open');

      await fake.end('connected');
      await userEvent.click(await screen.findByRole('button', { name: 'Done' }));
      await waitFor(() => expect(document.querySelector('dialog')).not.toHaveAttribute('open'));
    });
  });
});
