import type { Meta, StoryObj } from '@storybook/react-vite';
import { connected } from '../../test/sampleAccounts.ts';
import { AccountBalance } from './AccountBalance.tsx';

const meta = {
  title: 'Components/AccountBalance',
  component: AccountBalance,
  args: { account: connected() },
} satisfies Meta<typeof AccountBalance>;

export default meta;
type Story = StoryObj<typeof meta>;

const card = { category: 'Credits', type: 'CreditCard' } as const;

export const Owned: Story = {};
export const Overdrawn: Story = {
  args: { account: connected({ balance: { available: 0, current: -42.1, limit: null } }) },
};
export const Owed: Story = {
  args: { account: connected({ ...card, balance: { available: 4543.22, current: -456.78, limit: 5000 } }) },
};
export const InYourFavour: Story = {
  args: { account: connected({ ...card, balance: { available: 5020, current: 20, limit: 5000 } }) },
};

/** Nothing shows whether this is a debt or a credit, so the amount makes no claim. */
export const SignUnknown = {
  args: { account: connected({ ...card, balance: { available: null, current: 3000, limit: null } }) },
} satisfies Story;
export const SignByPolicy: Story = {
  args: { ...SignUnknown.args, moneyPolicy: { liabilitySign: 'positive-is-owed' } },
};
export const SignByBank: Story = {
  args: {
    account: { ...SignUnknown.args.account, institution: 'SampleBank' },
    moneyPolicy: { institutions: { SampleBank: 'positive-is-owed' } },
  },
};
export const OnlyAvailable: Story = {
  args: { account: connected({ balance: { available: 12, current: null, limit: null } }) },
};
export const NoBalance: Story = {
  args: { account: connected({ balance: { available: null, current: null, limit: null } }) },
};
export const UsDollars: Story = { args: { account: connected({ currency: 'USD' }) } };
