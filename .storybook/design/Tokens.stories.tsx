import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect } from 'storybook/test';
import { palettes } from '../kitTheme.ts';
import { contrast } from '../../packages/react/test/contrast.ts';
import { pairs, readTokens, Swatches } from './TokenTables.tsx';

const meta = { title: 'Design/Tokens', component: Swatches } satisfies Meta<typeof Swatches>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every pair meets AA, and Storybook's own frame has the same colours. */
export const Light: Story = { args: { theme: 'light' }, play: ({ args }) => check(args.theme) };

/** The same in the dark theme. */
export const Dark: Story = { args: { theme: 'dark' }, play: ({ args }) => check(args.theme) };

/**
 * One accent on any ancestor gives everything, and text meets AA on its ground: 24 hues in 3 lightnesses, light and dark. What
 * is no text (a ring, a check) has the 3 : 1 that WCAG requires, since it has the colour of text.
 */
export const AnyAccent: Story = {
  name: 'Any accent',
  args: { theme: 'light' },
  render: () => (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(5rem, 1fr))', gap: 8 }}>
      {accents.flatMap((accent) =>
        (['light', 'dark'] as const).map((theme) => (
          <div key={accent + theme} data-accent={accent} data-flinks-theme={theme} style={themed(accent)}>
            <div data-flinks-account-picker="">
              <button type="button" data-flinks-button="primary" tabIndex={-1}>
                Aa
              </button>
            </div>
          </div>
        )),
      )}
    </div>
  ),
  play: async ({ canvasElement }) => {
    const hosts = [...canvasElement.querySelectorAll<HTMLElement>('[data-accent]')];
    await expect(hosts).toHaveLength(24 * 3 * 2);
    const weak = hosts.flatMap((host) => {
      const colours = coloursOf(host.firstElementChild ?? host);
      return pairs
        .filter(([text, ground]) => contrast(colours(text), colours(ground)) < 4.5)
        .map(
          (pair) => `${pair.join(' on ')} for ${host.dataset['accent']} in ${host.dataset['flinksTheme']}`,
        );
    });
    await expect(weak).toEqual([]);
    const button = canvasElement.querySelector('button')!;
    await expect(getComputedStyle(button).borderRadius).toBe('4px');
  },
};

const themed = (accent: string): CSSProperties & Record<`--flinks-${string}`, string> => ({
  '--flinks-accent': accent,
  '--flinks-radius': '6px',
});

const accents = Array.from({ length: 24 }, (_, index) => index * 15).flatMap((hue) =>
  [0.3, 0.6, 0.9].map((lightness) => `oklch(${lightness} 0.16 ${hue})`),
);

/** The colours of tokens as an element has them. */
function coloursOf(element: Element): (token: string) => string {
  const probe = element.appendChild(document.createElement('span'));
  const style = getComputedStyle(probe);
  const known = new Map<string, string>();
  for (const token of new Set(pairs.flat())) {
    probe.style.color = `var(${token})`;
    known.set(token, style.color);
  }
  probe.remove();
  return (token) => known.get(token) ?? '';
}

async function check(theme: 'light' | 'dark'): Promise<void> {
  const tokens = readTokens(theme);
  const token = (name: string): string => tokens.get(name) ?? '';
  const weak = pairs.filter(([text, ground]) => contrast(token(text), token(ground)) < 4.5);
  await expect(weak).toEqual([]);

  const { surface, sunken, text, muted, border, accent } = palettes[theme];
  await expect(
    ['surface', 'surface-sunken', 'text', 'text-muted', 'border', 'accent'].map((name) =>
      token(`--flinks-${name}`),
    ),
  ).toEqual([surface, sunken, text, muted, border, accent]);
}
