// `pnpm run test:matrix`: every story, rendered and played, in every language, theme and direction, and looked at in
// both widths. CI takes the corners of `corners.mjs`.
import { storybookVariables } from './corners.mjs';
import { ensureChromium, pnpm } from './prepare.mjs';

process.env.CHROMIUM = ensureChromium();

const runs = ['en', 'fr-CA'].flatMap((locale) =>
  ['light', 'dark'].flatMap((theme) =>
    ['ltr', 'rtl'].map((direction) => ({
      locale,
      looks: ['desktop', 'phone'].map((width) => `${theme} ${direction} ${width}`),
    })),
  ),
);

const results = runs.map((corner) => {
  const name = `${corner.locale}: ${corner.looks.join(', ')}`;
  console.log(`\n— ${name}`);
  Object.assign(process.env, storybookVariables(corner));
  return { name, ok: pnpm('exec', 'vitest', 'run', '--project', 'storybook', '--reporter=dot') };
});

console.log('');
for (const { name, ok } of results) console.log(`${ok ? '✓' : '✗'} ${name}`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
