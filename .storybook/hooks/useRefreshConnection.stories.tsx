import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { RefreshButton } from './RefreshButton.tsx';
import { withConnectedBank } from './withConnectedBank.tsx';

const meta = {
  title: 'Hooks/useRefreshConnection',
  component: RefreshButton,
  args: { connectionId: 'connection-1' },
  decorators: [withConnectedBank],
} satisfies Meta<typeof RefreshButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Once more, on demand. */
export const OnDemand: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByText('Up to date.')).toBeVisible();
  },
};
