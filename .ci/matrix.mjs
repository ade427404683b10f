// `pnpm run test:matrix`: every story in every language, theme and direction. CI runs two opposite corners of it.
import { ensureChromium, pnpm } from './prepare.mjs';

process.env.CHROMIUM = ensureChromium();

const locales = ['en', 'fr-CA'];
const themes = ['light', 'dark'];
const directions = ['ltr', 'rtl'];
const corners = locales.flatMap((locale) =>
  themes.flatMap((theme) => directions.map((direction) => ({ locale, theme, direction }))),
);

const results = corners.map(({ locale, theme, direction }) => {
  const name = `${locale} ${theme} ${direction}`;
  console.log(`\n— ${name}`);
  process.env.STORYBOOK_LOCALE = locale;
  process.env.STORYBOOK_THEME = theme;
  process.env.STORYBOOK_DIRECTION = direction;
  return { name, ok: pnpm('exec', 'vitest', 'run', '--project', 'storybook', '--reporter=dot') };
});

console.log('');
for (const { name, ok } of results) console.log(`${ok ? '✓' : '✗'} ${name}`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
