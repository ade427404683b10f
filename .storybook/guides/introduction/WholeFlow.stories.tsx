import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { WholeFlow } from './WholeFlow.tsx';

/**
 * Everything at once: our server, the sandbox behind it, and the sandbox's widget in a frame, all inside this page.
 * Link a bank yourself: the user is `greatday_nomfa`, the password `Everyday`.
 */
const meta = {
  title: 'Introduction/The whole flow',
  component: WholeFlow,
} satisfies Meta<typeof WholeFlow>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours to walk through. */
export const TryIt: Story = {};

/** The same, with a scenario in the person's place: a bank is linked, and its accounts can be chosen from. */
export const PlaysItself: Story = {
  globals: { speed: '20' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('button'));
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-flinks-account-picker="ready"]')).not.toBeNull(),
    );
    await expect(canvas.getAllByRole('radio').length).toBeGreaterThan(0);
    await expect(canvas.getByText('connected')).toBeVisible();
    await expect(canvas.getByText('REDIRECT')).toBeVisible();
  },
};
