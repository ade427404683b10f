import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ThemeGallery } from './ThemeGallery.tsx';

const meta = {
  title: 'Design/Theme',
  component: ThemeGallery,
  argTypes: {
    accent: { control: 'color' },
    radius: { control: { type: 'range', min: 0, max: 2, step: 0.125 } },
    density: { control: { type: 'range', min: 0.5, max: 1.25, step: 0.05 } },
  },
} satisfies Meta<typeof ThemeGallery>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours: move the controls. */
export const Yours: Story = { name: 'Your accent', args: { accent: '#5b2a86', radius: 0.25, density: 1 } };
export const Fernhill: Story = {
  args: { accent: '#0b6650', radius: 0.75, density: 1 },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/--flinks-accent: #0b6650;/)).toBeVisible();
  },
};
export const CompactBlue: Story = {
  name: 'Blue and compact',
  args: { accent: '#1d4ed8', radius: 0.375, density: 0.75 },
};
export const RoundOrange: Story = {
  name: 'Orange and round',
  args: { accent: '#c2410c', radius: 1.5, density: 1.1 },
};
export const SquareBlack: Story = {
  name: 'Black and square',
  args: { accent: '#18181b', radius: 0, density: 0.9 },
};
