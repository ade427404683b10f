import { groupAccounts } from '@flinks-kit/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleAccounts } from '../../test/sampleAccounts.ts';
import { AccountGroup } from './AccountGroup.tsx';

const [operations, credits] = groupAccounts(sampleAccounts);

const meta = {
  title: 'Components/AccountGroup',
  component: AccountGroup,
  args: { group: operations! },
} satisfies Meta<typeof AccountGroup>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two currencies, two totals. */
export const Operations: Story = { name: 'Chequing and savings' };
export const Credits: Story = { name: 'Cards and loans', args: { group: credits! } };
export const StartsClosed: Story = { name: 'Closed at first', args: { open: false } };
