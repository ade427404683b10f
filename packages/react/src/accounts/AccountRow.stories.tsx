import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { connected } from '../../test/sampleAccounts.ts';
import { AccountRow } from './AccountRow.tsx';

const meta = {
  title: 'Components/AccountRow',
  component: AccountRow,
  args: { account: connected() },
  decorators: [
    (Story) => (
      <ul style={{ listStyle: 'none', padding: 0 }}>
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof AccountRow>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The full number is nowhere in the page. */
export const Standard: Story = {
  play: async ({ canvasElement }) => {
    await expect(canvasElement.textContent).toContain('0001');
    await expect(canvasElement.innerHTML).not.toContain('9990001');
  },
};

export const WithActions: Story = {
  name: 'With a button',
  args: {
    actions: (
      <button type="button" data-flinks-button="">
        Choose
      </button>
    ),
  },
};

export const LongTitle: Story = {
  name: 'Long name',
  args: {
    account: connected({ title: 'Sample account with quite a long name that its bank made up itself' }),
  },
};

export const NoTitle: Story = { name: 'No name', args: { account: connected({ title: null, type: null }) } };
