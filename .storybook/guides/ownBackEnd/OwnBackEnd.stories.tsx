import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { OwnBackEnd } from './OwnBackEnd.tsx';

const meta = {
  title: 'Guides/Own back end',
  component: OwnBackEnd,
} satisfies Meta<typeof OwnBackEnd>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Press the button: the widget plays by itself, and a server that is not ours takes over. */
export const FourLines: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByText(/Your own server knows it as bank-\d/)).toBeVisible();
  },
};
