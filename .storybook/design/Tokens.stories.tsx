import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { palettes } from '../kitTheme.ts';
import { contrast } from '../../packages/react/test/contrast.ts';
import { pairs } from './pairs.ts';
import { readTokens } from './readTokens.ts';
import { Swatches } from './Swatches.tsx';

const meta = { title: 'Design/Tokens', component: Swatches } satisfies Meta<typeof Swatches>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every pair meets AA, and Storybook's own frame has the same colours. */
export const Light: Story = { args: { theme: 'light' }, play: ({ args }) => check(args.theme) };

/** The same in the dark. */
export const Dark: Story = { args: { theme: 'dark' }, play: ({ args }) => check(args.theme) };

async function check(theme: 'light' | 'dark'): Promise<void> {
  const tokens = new Map(readTokens(theme).map(({ name, value }) => [name, value]));
  const token = (name: string): string => tokens.get(name) ?? '';
  const weak = pairs.filter(([text, ground]) => contrast(token(text), token(ground)) < 4.5);
  await expect(weak).toEqual([]);

  const { surface, sunken, hover, text, muted, border, strong, accent, onAccent } = palettes[theme];
  await expect([
    token('--flinks-surface'),
    token('--flinks-surface-sunken'),
    token('--flinks-surface-hover'),
    token('--flinks-text'),
    token('--flinks-text-muted'),
    token('--flinks-border'),
    token('--flinks-border-strong'),
    token('--flinks-accent'),
    token('--flinks-on-accent'),
  ]).toEqual([surface, sunken, hover, text, muted, border, strong, accent, onAccent]);
}
