import type { Meta, StoryObj } from '@storybook/react-vite';
import { WholeFlow } from './WholeFlow.tsx';

/**
 * Everything at once: our server, the sandbox behind it, and the sandbox's widget in a frame, all inside this page.
 * Link a bank yourself: the user is `greatday_nomfa`, the password `Everyday`.
 */
const meta = {
  title: 'Introduction/The whole flow',
  component: WholeFlow,
  tags: ['!autodocs'],
} satisfies Meta<typeof WholeFlow>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours to walk through. */
export const TryIt: Story = {};
