import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Accounts } from './Accounts.tsx';
import { withConnectedBank } from './withConnectedBank.tsx';

const meta = {
  title: 'Hooks/useAccounts',
  component: Accounts,
  args: { connectionId: 'connection-1' },
  decorators: [withConnectedBank],
} satisfies Meta<typeof Accounts>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A list of your own. */
export const PlainList: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByRole('listitem')).toHaveLength(3);
  },
};
