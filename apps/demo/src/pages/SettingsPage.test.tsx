import { fakeConnection } from '@flinks-kit/react/testing';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderInApp, samplePlan, setOnline } from '../../test/renderInApp.tsx';
import { en } from '../text/en.ts';
import { SettingsPage } from './SettingsPage.tsx';

const { cancelAgreement, deleteEverything, heading, nothing } = en.settings;

const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const goOffline = () => act(async () => setOnline(false));
const goOnline = () => act(async () => setOnline(true));

/** A user with an agreement and two banks, and what was sent for them. */
function renderSettings({ whileDeleting }: { readonly whileDeleting?: () => void } = {}) {
  const sent: string[] = [];
  let banks = ['connection-1', 'connection-2'].map((id) => fakeConnection({ id }));
  let plan: typeof samplePlan | null = samplePlan;
  renderInApp(<SettingsPage />, {
    rent: async (method) => {
      if (method === 'DELETE') {
        sent.push('cancel');
        plan = null;
      }
      return plan;
    },
    client: {
      listConnections: async () => banks,
      deleteConnection: async (id) => {
        sent.push(id);
        whileDeleting?.();
        banks = banks.filter((bank) => bank.id !== id);
        return { status: 'deleted' };
      },
    },
  });
  return sent;
}

describe('SettingsPage', () => {
  afterEach(() => {
    setOnline(true);
    vi.restoreAllMocks();
  });

  it('announces that the agreement is cancelled, and its heading gets the focus', async () => {
    renderSettings();
    await click(cancelAgreement.ask);
    await click(cancelAgreement.confirm);
    expect(await screen.findByText(cancelAgreement.done)).toHaveAttribute('role', 'status');
    expect(screen.queryByRole('heading', { name: cancelAgreement.heading })).toBeNull();
    expect(screen.getByRole('heading', { name: heading })).toHaveFocus();
  });

  it('announces that everything is deleted, and its heading gets the focus', async () => {
    const sent = renderSettings();
    await click(deleteEverything.ask);
    await click(deleteEverything.confirm);
    expect(await screen.findByText(nothing)).toHaveAttribute('role', 'status');
    await waitFor(() => expect(screen.getByRole('heading', { name: heading })).toHaveFocus());
    expect(sent).toEqual(['cancel', 'connection-1', 'connection-2']);
  });

  it('gives the reason and a button where the agreement cannot be loaded', async () => {
    let isDown = true;
    renderInApp(<SettingsPage />, {
      rent: async () => {
        if (isDown) throw new TypeError('Failed to fetch');
        return samplePlan;
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(cancelAgreement.load.failed);
    isDown = false;
    await click(en.load.retry);
    expect(await screen.findByRole('button', { name: cancelAgreement.ask })).toBeVisible();
  });

  it.each([
    ['cancelling', cancelAgreement],
    ['deleting', deleteEverything],
  ])('sends nothing of %s that was taken back while offline', async (_what, words) => {
    const sent = renderSettings();
    await screen.findByRole('button', { name: cancelAgreement.ask });
    await goOffline();
    await click(words.ask);
    await click(words.confirm);
    expect(await screen.findByText(en.load.waits)).toBeVisible();
    await click(en.load.takeBack);
    expect(screen.queryByText(en.load.waits)).toBeNull();
    expect(await screen.findByRole('button', { name: words.ask })).toHaveFocus();
    await goOnline();
    await act(async () => {});
    expect(sent).toEqual([]);
  });

  it('states that deleting waits when the network goes away in the middle, and continues when it is back', async () => {
    const sent = renderSettings({ whileDeleting: () => setOnline(false) });
    await click(deleteEverything.ask);
    await click(deleteEverything.confirm);
    expect(await screen.findByText(en.load.waits)).toBeVisible();
    expect(screen.queryByText(deleteEverything.working)).toBeNull();
    await goOnline();
    expect(await screen.findByText(nothing)).toBeVisible();
    expect(sent).toEqual(['cancel', 'connection-1', 'connection-2']);
  });

  it('keeps what was not deleted when the user takes back the rest', async () => {
    const sent = renderSettings({ whileDeleting: () => setOnline(false) });
    await click(deleteEverything.ask);
    await click(deleteEverything.confirm);
    await click(en.load.takeBack);
    await goOnline();
    expect(await screen.findByRole('button', { name: deleteEverything.ask })).toHaveFocus();
    expect(sent).toEqual(['cancel', 'connection-1']);
  });
});
