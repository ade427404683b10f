import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { InWords } from './InWords.tsx';

const meta = {
  title: 'Hooks/useFlinks and FlinksProvider',
  component: InWords,
  args: { rent: 1450.5 },
} satisfies Meta<typeof InWords>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Change the language in the toolbar. */
export const Rent: Story = {
  play: async ({ canvas, globals }) => {
    const written = globals['locale'] === 'fr-CA' ? /1 450,50 \$/ : '$1,450.50';
    await expect(canvas.getByText(written)).toBeVisible();
  },
};
