import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleAccounts } from '../../packages/react/test/sampleAccounts.ts';
import { MoneyByKind } from './MoneyByKind.tsx';

const meta = {
  title: 'Hooks/useAccountGroups',
  component: MoneyByKind,
  args: { accounts: sampleAccounts },
} satisfies Meta<typeof MoneyByKind>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Another kind of list altogether. */
export const Totals: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('term')).toHaveLength(3);
    await expect(canvas.getByText('$21,684.50')).toBeVisible();
  },
};
