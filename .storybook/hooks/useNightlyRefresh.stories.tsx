import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { NightlySetting } from './NightlySetting.tsx';
import { withConnectedBank } from './withConnectedBank.tsx';

const meta = {
  title: 'Hooks/useNightlyRefresh',
  component: NightlySetting,
  args: { connectionId: 'connection-1' },
  decorators: [withConnectedBank],
} satisfies Meta<typeof NightlySetting>;

export default meta;
type Story = StoryObj<typeof meta>;

/** It moves at once, and back if the server refuses. */
export const Switch: Story = {
  play: async ({ canvas }) => {
    const box = canvas.getByRole('checkbox');
    await userEvent.click(box);
    await waitFor(() => expect(box).toBeChecked());
  },
};
