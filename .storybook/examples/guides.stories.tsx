import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn, userEvent } from 'storybook/test';
import { connected as sampleAccount } from '../../packages/react/test/sampleAccounts.ts';
import { AllAccounts } from './guides/AllAccounts.tsx';
import { BankProblems } from './guides/BankProblems.tsx';
import { SeveralBanks } from './guides/SeveralBanks.tsx';
import { ConnectPage } from './guides/SessionStatus.tsx';
import { OwnBackEnd } from './ownBackEnd/OwnBackEnd.tsx';
import { RefundAccount } from './recipes/ETransfer.tsx';
import { LoanApplication } from './recipes/Loan.tsx';
import { WageAccount } from './recipes/Payroll.tsx';
import { PayRent } from './recipes/Rent.tsx';
import { CssModules } from './styling/CssModules.tsx';
import { OwnMarkup } from './styling/OwnMarkup.tsx';
import { PlainCss } from './styling/PlainCss.tsx';

/** Live examples of the guides. They are shown there, so the sidebar leaves them out. */
const meta = { title: 'Guides/Examples', tags: ['!dev'] } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** Press the button: the widget plays by itself, and a server that is not ours takes over. */
export const OwnServer: Story = {
  render: () => <OwnBackEnd />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByText(/Your own server knows it as bank-\d/)).toBeVisible();
  },
};

/** Tokens on an ancestor, and a rule on an attribute. */
export const StyledByCss: Story = {
  render: () => <PlainCss account={sampleAccount()} />,
  play: async ({ canvas, canvasElement }) => {
    await expect(getComputedStyle(canvas.getByRole('button')).borderTopStyle).toBe('solid');
    const list = canvasElement.querySelector('.rent-app');
    await expect(list && getComputedStyle(list).getPropertyValue('--flinks-radius')).toBe('4px');
  },
};

/** A class of a module is outside our layer, so it wins. */
export const StyledByModule: Story = {
  render: () => <CssModules account={sampleAccount()} />,
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('listitem')).paddingTop).toBe('32px');
  },
};

/** The words without an element of ours. */
export const OwnElements: Story = {
  render: () => <OwnMarkup account={sampleAccount()} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Sample Chequing/)).toBeVisible();
  },
};

/** Each status of the session in the words of the app. */
export const SessionStatus: Story = { render: () => <ConnectPage /> };

const connected = { parameters: { flinks: { bank: 'connected' } } };

/** The accounts of every bank, and the choice of one. */
export const Accounts: Story = {
  render: () => <AllAccounts />,
  ...connected,
  play: async ({ canvas }) => {
    const [best] = await canvas.findAllByRole('radio');
    await expect(best).toBeChecked();
    await userEvent.click(canvas.getByRole('button', { name: 'Pay from this account' }));
    await expect(canvas.getByText(/^Your server gets both ids: [^/]+\/[^/]+$/)).toBeVisible();
  },
};

/** Every bank with its accounts and settings, and the choice of another. */
export const Banks: Story = {
  render: () => <SeveralBanks />,
  ...connected,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('article')).toHaveTextContent(/Flinks ?Capital/);
  },
};

/** A bank that asked a question while no user was there. */
export const Problems: Story = {
  render: () => <BankProblems />,
  parameters: { flinks: { bank: 'needs-user' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: /Flinks ?Capital/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /reconn/i })).toBeVisible();
  },
};

/** The recipes, for a user who connected a bank before. */
export const Rent: Story = { render: () => <PayRent />, ...connected };
export const Payroll: Story = {
  render: () => <WageAccount />,
  ...connected,
  play: async ({ canvas }) => {
    const [best] = await canvas.findAllByRole('radio');
    await expect(best).toBeChecked();
    const put = spyOn(window, 'fetch').mockResolvedValue(new Response());
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('Your next pay goes to this account.')).toBeVisible();
    const ids: unknown = await new Request(location.href, put.mock.lastCall?.[1]).json();
    put.mockRestore();
    await expect(ids).toEqual({ connectionId: expect.any(String), accountId: expect.any(String) });
  },
};
export const Loan: Story = { render: () => <LoanApplication />, ...connected };
export const ETransfer: Story = { render: () => <RefundAccount />, ...connected };
