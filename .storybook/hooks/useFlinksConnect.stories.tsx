import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { Loan } from './Loan.tsx';

const meta = { title: 'Hooks/useFlinksConnect', component: Loan } satisfies Meta<typeof Loan>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Press the button: the sandbox's widget opens. Choose in the toolbar whether it plays by itself. */
export const Connects: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvasElement.querySelector('[data-flinks-connect="active"]')).not.toBeNull());
  },
};
