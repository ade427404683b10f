import type { ThemeVars } from 'storybook/theming';
import { create } from 'storybook/theming/create';

/** The values of the toolbar's `theme`. */
type ThemeName = 'light' | 'dark';

/** Storybook's own parts in the kit's colours. What is not named here is Storybook's. */
export function kitTheme(name: ThemeName): ThemeVars {
  const { surface, sunken, text, muted, border, accent } = palettes[name];
  return create({
    base: name,
    brandTitle: 'flinks-kit, unofficial React hooks and components for Flinks',
    brandImage: wordmark(accent, text),
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

/** The kit's own sign and name as an address for an image: drawn here, so that nothing is fetched. */
function wordmark(mark: string, text: string): string {
  const svg = `
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 178 40" width="178" height="40">
      <g fill="none" stroke="${mark}" stroke-width="4">
        <rect x="2.5" y="9.5" width="20" height="20" rx="7" />
        <rect x="13.5" y="13.5" width="20" height="20" rx="7" stroke-opacity=".55" />
      </g>
      <text x="44" y="20" fill="${text}" font-family="'Nunito Sans', system-ui, sans-serif" font-size="19" font-weight="800">flinks-kit</text>
      <text x="44.5" y="34" fill="${text}" fill-opacity=".75" font-family="'Nunito Sans', system-ui, sans-serif" font-size="10.5">unofficial React kit</text>
    </svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg.replaceAll(/\s+/g, ' ').trim())}`;
}
