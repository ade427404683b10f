import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { scenarios } from '@flinks-kit/sandbox';
import { RentMoney } from './components/AccountBalance.tsx';
import { Columns } from './components/AccountGroup.tsx';
import { Accounts } from './components/AccountList.tsx';
import { RentForm } from './components/AccountPicker.tsx';
import { RentAccount } from './components/AccountRow.tsx';
import { BankSettings } from './components/ConnectionCard.tsx';
import { Banks } from './components/ConnectionList.tsx';
import { ConnectBank } from './components/ConnectButton.tsx';
import { Onboarding } from './components/ConnectProgress.tsx';
import { DebitOverview } from './components/EftBadge.tsx';
import { ConnectPage } from './components/FlinksConnect.tsx';
import { RentSettings } from './components/FlinksConnectDialog.tsx';
import { ChooseBank } from './components/InstitutionPicker.tsx';
import { BankNames } from './components/InstitutionLogo.tsx';
import { PageTop } from './components/ReconnectBanner.tsx';
import { RefreshFailed } from './components/RemedyMessage.tsx';

/** The example of each component's page, live on the sandbox. They are shown there, so the sidebar leaves them out. */
const meta = {
  title: 'Components/Examples',
  tags: ['!dev'],
  args: { scenario: 'everyday', speed: 'by-hand' },
  argTypes: {
    scenario: {
      control: 'select',
      options: scenarios.map(({ name }) => name),
      description: 'What happens at the bank.',
    },
    speed: {
      control: 'inline-radio',
      options: ['by-hand', '1', '4'],
      description:
        '`by-hand`: you walk through the widget. Otherwise it plays itself, so many times as fast.',
    },
  },
} satisfies Meta<{ scenario: string; speed: string }>;

export default meta;
type Story = StoryObj<typeof meta>;

// The user has connected a bank before.
const connected = { parameters: { flinks: { bank: 'connected' } } };

export const FlinksConnect: Story = { render: () => <ConnectPage /> };
export const FlinksConnectDialog: Story = {
  render: () => (
    <Opened>
      <RentSettings />
    </Opened>
  ),
  // In a page of its own: a modal dialog would lie above the words.
  parameters: { docs: { story: { inline: false, height: '48rem' } } },
};
export const ConnectButton: Story = {
  render: () => <ConnectBank />,
  parameters: { docs: { story: { inline: false, height: '48rem' } } },
};
export const ConnectProgress: Story = {
  render: () => (
    <Opened>
      <Onboarding />
    </Opened>
  ),
};
export const InstitutionPicker: Story = { render: () => <ChooseBank />, ...connected };
export const InstitutionLogo: Story = { render: () => <BankNames />, ...connected };
export const AccountList: Story = { render: () => <Accounts />, ...connected };
export const AccountGroup: Story = { render: () => <Columns />, ...connected };
export const AccountRow: Story = { render: () => <RentAccount />, ...connected };
export const AccountBalance: Story = { render: () => <RentMoney />, ...connected };
export const AccountPicker: Story = { render: () => <RentForm />, ...connected };
export const EftBadge: Story = { render: () => <DebitOverview />, ...connected };
export const ConnectionList: Story = { render: () => <Banks />, ...connected };
export const ConnectionCard: Story = { render: () => <BankSettings />, ...connected };
export const ReconnectBanner: Story = {
  render: () => <PageTop />,
  parameters: { flinks: { bank: 'needs-user' } },
};
export const RemedyMessage: Story = { render: () => <RefreshFailed /> };

/** Presses the first button, as the user will, so that the page shows the widget and not a button. */
function Opened({ children }: { readonly children: ReactNode }): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector('button')?.click(), []);
  return <div ref={root}>{children}</div>;
}
