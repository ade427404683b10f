import type { ThemeVars } from 'storybook/theming';
import { create } from 'storybook/theming/create';
import { wordmark } from './wordmark.ts';

/** The values of the toolbar's `theme`. */
export type ThemeName = 'light' | 'dark';

/** Storybook's own parts in the kit's colours, so that the frame around a story belongs to it. */
export function kitTheme(name: ThemeName): ThemeVars {
  const { surface, sunken, hover, text, muted, border, strong, accent, onAccent } = palettes[name];
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
    appHoverBg: hover,
    appBorderColor: border,
    appBorderRadius: 12,
    textColor: text,
    textInverseColor: surface,
    textMutedColor: muted,
    barBg: surface,
    barTextColor: muted,
    barHoverColor: accent,
    barSelectedColor: accent,
    buttonBg: surface,
    buttonBorder: border,
    inputBg: surface,
    inputBorder: strong,
    inputTextColor: text,
    inputBorderRadius: 8,
    booleanBg: sunken,
    booleanSelectedBg: onAccent,
  });
}

/** What the system asks for, where there is a system to ask. */
export function systemTheme(): ThemeName {
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * The tokens of `packages/react/src/styles/tokens.css` that Storybook's frame needs. Written again, since the
 * frame is bundled without CSS; a test holds them to the file.
 */
export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    surface: '#ffffff',
    sunken: '#f5f7f5',
    hover: '#eef2ef',
    text: '#17211d',
    muted: '#53615a',
    border: '#dde3df',
    strong: '#7d8a83',
    accent: '#0b6650',
    onAccent: '#ffffff',
  },
  dark: {
    surface: '#161d1a',
    sunken: '#0e1412',
    hover: '#1f2824',
    text: '#e8eeeb',
    muted: '#a5b3ac',
    border: '#2d3934',
    strong: '#73827b',
    accent: '#62d2ad',
    onAccent: '#000000',
  },
};

/** Colours as CSS writes them. */
export interface Palette {
  readonly surface: string;
  readonly sunken: string;
  readonly hover: string;
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  readonly strong: string;
  readonly accent: string;
  readonly onAccent: string;
}
