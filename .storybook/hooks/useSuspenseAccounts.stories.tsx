import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { SuspendedAccounts } from './SuspendedAccounts.tsx';
import { withConnectedBank } from './withConnectedBank.tsx';

const meta = {
  title: 'Hooks/useSuspenseAccounts',
  component: SuspendedAccounts,
  args: { connectionId: 'connection-1' },
  decorators: [withConnectedBank],
} satisfies Meta<typeof SuspendedAccounts>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The boundary waits, the list never does. */
export const UnderABoundary: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByRole('listitem')).toHaveLength(3);
  },
};
