import { assessForIncome } from '@flinks-kit/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { onPhone } from '../../test/onPhone.tsx';
import { connected, sampleAccounts } from '../../test/sampleAccounts.ts';
import { AccountPicker } from './AccountPicker.tsx';

const card = { title: 'Visa', category: 'Credits', type: 'CreditCard' } as const;

const meta = {
  title: 'Components/AccountPicker',
  component: AccountPicker,
  argTypes: { purpose: { control: 'inline-radio', options: ['pad-debit', 'payout', 'income', 'other'] } },
  args: { accounts: sampleAccounts, name: 'account', purpose: 'pad-debit' },
  // A form each: on a docs page the radio buttons of all stories would be one group.
  render: (args) => (
    <form>
      <AccountPicker {...args} />
    </form>
  ),
} satisfies Meta<typeof AccountPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The best account is preselected; the rest show why not. */
export const PadDebit: Story = {
  name: 'Pre-authorized debit',
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('radio')[0]).toBeChecked();
  },
};

export const Payout: Story = { args: { purpose: 'payout' } };

/** Reading income needs no Canadian dollars. */
export const Income: Story = { args: { purpose: 'income', assess: assessForIncome } };

export const Several: Story = { name: 'Several accounts', args: { multiple: true } };

const ofTwoBanks = ['Maple Coast Bank', 'Caisse du Fleuve'].flatMap((institutionName, index) =>
  [
    connected({ id: `chequing-${index}`, title: 'Chequing' }),
    connected({ id: `card-${index}`, ...card }),
  ].map((account) => ({
    ...account,
    connectionId: `connection-${index}`,
    institution: `Bank${index}`,
    institutionName,
  })),
);

/** Two banks call an account alike: the name of the bank, in words, distinguishes them for eyes and screen readers. */
export const SeveralBanks: Story = {
  name: 'Several banks',
  args: { accounts: ofTwoBanks },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radio', { name: /Chequing.*Maple Coast Bank/ })).toBeChecked();
    await expect(canvas.getByRole('radio', { name: /Chequing.*Caisse du Fleuve/ })).toBeVisible();
  },
};

/** One choice over all banks, each under its logo and name; the bank with the best account comes first. */
export const ByBank: Story = {
  name: 'Grouped by bank',
  args: { accounts: ofTwoBanks, groupBy: 'connection' },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('radiogroup')).toHaveLength(1);
    const second = within(canvas.getByRole('group', { name: 'Caisse du Fleuve' })).getByRole('radio');
    await userEvent.click(second);
    await expect(canvas.getAllByRole('radio', { checked: true })).toEqual([second]);
  },
};

/** What the form sent goes back in as it is. */
export const StoredValue: Story = {
  name: 'A stored value',
  args: {
    accounts: ofTwoBanks,
    formValue: ({ connectionId, id }) => `${connectionId}/${id}`,
    defaultValue: 'connection-1/chequing-1',
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('radio', { name: /Caisse du Fleuve/ })).toBeChecked();
    const form = canvasElement.querySelector('form') ?? undefined;
    await expect(new FormData(form).get('account')).toBe('connection-1/chequing-1');
  },
};

/** A required choice that is missing: the browser's own validation, and a sentence of ours. */
export const Required: Story = {
  args: { required: true, preselect: false },
  render: (args) => (
    <form>
      <AccountPicker {...args} />
      <p>
        <button type="submit" data-flinks-button="">
          OK
        </button>
      </p>
    </form>
  ),
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(canvasElement.querySelector('[data-flinks-picker-error]')).toBeVisible();
    await expect(canvas.getByRole('radiogroup')).toHaveAttribute('aria-invalid', 'true');
  },
};

export const NoneUsable: Story = {
  name: 'No usable account',
  args: { accounts: [connected({ category: 'Credits', type: 'CreditCard' })] },
};

export const Narrow: Story = {
  args: {
    accounts: [
      connected({ balance: { available: 1_050_000, current: 1_050_000.5, limit: null } }),
      ...sampleAccounts.slice(1),
    ],
  },
  ...onPhone,
};
