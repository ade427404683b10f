import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Health } from './Health.tsx';
import { withConnectedBank } from './withConnectedBank.tsx';

const meta = {
  title: 'Hooks/useConnection',
  component: Health,
  args: { connectionId: 'connection-1' },
  decorators: [withConnectedBank],
} satisfies Meta<typeof Health>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One of them. */
export const Well: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('All is well with FlinksCapital.')).toBeVisible();
  },
};
