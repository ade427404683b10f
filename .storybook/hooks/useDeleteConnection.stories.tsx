import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { ForgetBank } from './ForgetBank.tsx';
import { withConnectedBank } from './withConnectedBank.tsx';

const meta = {
  title: 'Hooks/useDeleteConnection',
  component: ForgetBank,
  decorators: [withConnectedBank],
} satisfies Meta<typeof ForgetBank>;

export default meta;
type Story = StoryObj<typeof meta>;

/** It leaves every list of the page. */
export const Gone: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button'));
    await expect(await canvas.findByText('No bank is connected.')).toBeVisible();
  },
};
