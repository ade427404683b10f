import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { sampleAccounts } from '../../packages/react/test/sampleAccounts.ts';
import { ConnectedBank } from './ConnectedBank.tsx';
import { MoneyByKind } from './hooks/useAccountGroups.tsx';
import { Accounts } from './hooks/useAccounts.tsx';
import { NetWorth } from './hooks/useAllAccounts.tsx';
import { Health } from './hooks/useConnection.tsx';
import { Banks } from './hooks/useConnections.tsx';
import { WhereAmI } from './hooks/useConnectSession.tsx';
import { ForgetBank } from './hooks/useDeleteConnection.tsx';
import { InWords } from './hooks/useFlinks.tsx';
import { Loan } from './hooks/useFlinksConnect.tsx';
import { BankSearch } from './hooks/useInstitutions.tsx';
import { NightlySetting } from './hooks/useNightlyRefresh.tsx';
import { RefreshButton } from './hooks/useRefreshConnection.tsx';
import { SuspendedAccounts } from './hooks/useSuspenseAccounts.tsx';
import { SuspendedBanks } from './hooks/useSuspenseAllAccounts.tsx';

/** The example of each hook's page, live on the sandbox. They are shown there, so the sidebar leaves them out. */
const meta = { title: 'Hooks/Examples', tags: ['!dev'] } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const connected = { parameters: { flinks: { bank: 'connected' } } };

/** An example that gets the id of a connected bank. */
const ofBank = (render: (connectionId: string) => ReactElement): Story => ({
  ...connected,
  render: () => <ConnectedBank>{render}</ConnectedBank>,
});

export const useFlinksConnect: Story = {
  render: () => <Loan />,
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvasElement.querySelector('iframe')).not.toBeNull());
  },
};

export const useConnectSession: Story = {
  render: () => <WhereAmI />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByText('consent')).toBeVisible());
  },
};

export const useAccounts: Story = {
  ...ofBank((connectionId) => <Accounts connectionId={connectionId} />),
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(3);
  },
};

export const useSuspenseAccounts: Story = {
  ...ofBank((connectionId) => <SuspendedAccounts connectionId={connectionId} />),
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(3);
  },
};

export const useAllAccounts: Story = {
  ...connected,
  render: () => <NetWorth />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/\d accounts at 1 bank/)).toBeVisible();
  },
};

export const useSuspenseAllAccounts: Story = {
  ...connected,
  render: () => <SuspendedBanks />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/ready, \d accounts/)).toBeVisible();
  },
};

export const useAccountGroups: Story = {
  render: () => <MoneyByKind accounts={sampleAccounts} />,
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('term')).toHaveLength(3);
    await expect(canvas.getByText('$21,684.50')).toBeVisible();
  },
};

export const useInstitutions: Story = {
  render: () => <BankSearch onChoose={fn()} />,
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(3);
  },
};

export const useConnections: Story = {
  ...connected,
  render: () => <Banks />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('listitem')).toHaveTextContent(/Flinks ?Capital/);
  },
};

export const useConnection: Story = {
  ...ofBank((connectionId) => <Health connectionId={connectionId} />),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^All is well with Flinks ?Capital/)).toBeVisible();
  },
};

export const useRefreshConnection: Story = {
  ...ofBank((connectionId) => <RefreshButton connectionId={connectionId} />),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button'));
    await expect(await canvas.findByText('Up to date.')).toBeVisible();
  },
};

export const useNightlyRefresh: Story = {
  ...ofBank((connectionId) => <NightlySetting connectionId={connectionId} />),
  play: async ({ canvas }) => {
    const box = await canvas.findByRole('checkbox');
    await userEvent.click(box);
    await waitFor(() => expect(box).toBeChecked());
  },
};

export const useDeleteConnection: Story = {
  ...connected,
  render: () => <ForgetBank />,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button'));
    await expect(await canvas.findByText('No bank is connected.')).toBeVisible();
  },
};

export const useFlinks: Story = {
  render: () => <InWords rent={1450.5} />,
  play: async ({ canvas, globals }) => {
    const written = globals['locale'] === 'fr-CA' ? /1 450,50 \$/ : '$1,450.50';
    await expect(canvas.getByText(written)).toBeVisible();
  },
};
