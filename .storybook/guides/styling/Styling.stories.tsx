import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { connected } from '../../../packages/react/test/sampleAccounts.ts';
import { CssModules } from './CssModules.tsx';
import { OwnMarkup } from './OwnMarkup.tsx';
import { PlainCss } from './PlainCss.tsx';

const meta = {
  title: 'Guides/Styling',
  component: PlainCss,
  args: { account: connected() },
} satisfies Meta<typeof PlainCss>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Tokens on an ancestor, and a rule on an attribute. */
export const WithPlainCss: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(getComputedStyle(canvas.getByRole('button')).borderTopStyle).toBe('solid');
    const list = canvasElement.querySelector('.rent-app');
    await expect(list && getComputedStyle(list).getPropertyValue('--flinks-radius')).toBe('4px');
  },
};

/** A class of a module is outside our layer, so it wins. */
export const WithCssModules: Story = {
  render: (args) => <CssModules {...args} />,
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('listitem')).paddingTop).toBe('32px');
  },
};

/** The words without an element of ours. */
export const WithYourMarkup: Story = {
  render: (args) => <OwnMarkup {...args} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Sample Chequing/)).toBeVisible();
  },
};
