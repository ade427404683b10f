import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { WhereAmI } from './WhereAmI.tsx';

const meta = { title: 'Hooks/useConnectSession', component: WhereAmI } satisfies Meta<typeof WhereAmI>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The stage alone. */
export const Stage: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByText('consent')).toBeVisible());
  },
};
