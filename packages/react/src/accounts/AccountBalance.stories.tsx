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

export const Owned: Story = { name: 'Balance' };
export const Overdrawn: Story = {
  args: { account: connected({ balance: { available: 0, current: -42.1, limit: null } }) },
};
export const Owed: Story = {
  args: { account: connected({ ...card, balance: { available: 4543.22, current: -456.78, limit: 5000 } }) },
};
export const InYourFavour: Story = {
  name: 'Card with a credit',
  args: { account: connected({ ...card, balance: { available: 5020, current: 20, limit: 5000 } }) },
};

/** Nothing shows whether this is a debt or a credit, so the amount makes no claim. */
export const SignUnknown = {
  name: 'Owed or not is unknown',
  args: { account: connected({ ...card, balance: { available: null, current: 3000, limit: null } }) },
} satisfies Story;
export const SignByPolicy: Story = {
  name: 'Owed, by a policy',
  args: { ...SignUnknown.args, moneyPolicy: { liabilitySign: 'positive-is-owed' } },
};
export const SignByBank: Story = {
  name: 'Owed, by a policy per bank',
  args: {
    account: { ...SignUnknown.args.account, institution: 'SampleBank' },
    moneyPolicy: { institutions: { SampleBank: 'positive-is-owed' } },
  },
};
export const OnlyAvailable: Story = {
  name: 'Only the available balance',
  args: { account: connected({ balance: { available: 12, current: null, limit: null } }) },
};
export const NoBalance: Story = {
  name: 'No balance',
  args: { account: connected({ balance: { available: null, current: null, limit: null } }) },
};
export const UsDollars: Story = { name: 'US dollars', args: { account: connected({ currency: 'USD' }) } };
