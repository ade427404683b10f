import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Banks } from './Banks.tsx';
import { withConnectedBank } from './withConnectedBank.tsx';

const meta = {
  title: 'Hooks/useConnections',
  component: Banks,
  decorators: [withConnectedBank],
} satisfies Meta<typeof Banks>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The user's own connections. */
export const Own: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('listitem')).toHaveTextContent('FlinksCapital: ok');
  },
};
