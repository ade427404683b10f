import type { ThemeVars } from 'storybook/theming';
import { create } from 'storybook/theming/create';
import { wordmark } from './wordmark.ts';

/** The values of the toolbar's `theme`. */
type ThemeName = 'light' | 'dark';

/** Storybook's own parts in the kit's colours. What is not named here is Storybook's. */
export function kitTheme(name: ThemeName): ThemeVars {
  const { surface, sunken, text, muted, border, accent } = palettes[name];
  return create({
    base: name,
    brandTitle: 'flinks-kit, unofficial React hooks and components for Flinks',
    brandImage: wordmark({ mark: accent, text }),
    brandUrl: './',
    brandTarget: '_self',
    colorPrimary: accent,
    colorSecondary: accent,
    appBg: sunken,
    appContentBg: surface,
    appPreviewBg: surface,
    appBorderColor: border,
    appBorderRadius: 12,
    textColor: text,
    textMutedColor: muted,
    barBg: surface,
    barTextColor: muted,
    barHoverColor: accent,
    barSelectedColor: accent,
  });
}

/** What the system asks for, where there is a system to ask. */
export function systemTheme(): ThemeName {
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Tokens of the kit. Written again, since Storybook's frame is bundled without CSS; a story holds them to the styles. */
export const palettes = {
  light: {
    surface: '#ffffff',
    sunken: '#f5f7f5',
    text: '#17211d',
    muted: '#53615a',
    border: '#dde3df',
    accent: '#0b6650',
  },
  dark: {
    surface: '#161d1a',
    sunken: '#0e1412',
    text: '#e8eeeb',
    muted: '#a5b3ac',
    border: '#2d3934',
    accent: '#62d2ad',
  },
} as const;
