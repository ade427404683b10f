import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const tokens = [...css.matchAll(/(--flinks-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

// The documented attribute of each component's root, as `conformance.test.tsx` has it.
const componentRoots = [
  ...readFileSync(`${import.meta.dirname}/../conformance.test.tsx`, 'utf8').matchAll(/root: '\[([\w-]+)\]'/g),
].map(([, root = '']) => root);

const sheets = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.css') && file !== 'tokens.css',
);

describe('tokens.css', () => {
  it('has each colour once, for light and dark, or derives it from another token', () => {
    const colours = tokens.filter(({ value }) => /#|rgb|oklab|lch/.test(value));
    expect(colours.length).toBeGreaterThan(20);
    for (const { name, value } of colours) expect(`${name}: ${value}`).toMatch(/light-dark\(|var\(--flinks-/);
    expect(new Set(colours.map(({ name }) => name)).size).toBe(colours.length);
  });

  it('follows the page’s own color-scheme, and not the system’s', () => {
    expect(css).not.toContain('prefers-color-scheme');
    expect(css).not.toMatch(/:root\s*\{[^}]*color-scheme:(?! light !important)/);
  });

  it('prints in light colours', () => {
    expect(css).toMatch(
      /@media print \{\s*:root,\s*\[data-flinks-theme\] \{\s*color-scheme: light !important;/,
    );
  });

  it('derives for each component, and not for :root alone, what follows from a token', () => {
    const [base = '', derived = ''] = css.split(':where(');
    expect(base).not.toMatch(/:[^;]*var\(--flinks-/);
    for (const root of componentRoots) expect(derived).toContain(`[${root}]`);
  });

  it.each(['accent-hover', 'accent-soft', 'accent-text', 'on-accent', 'radius-small', 'space', 'target'])(
    'derives %s',
    (name) => {
      expect(tokens.find((token) => token.name === `--flinks-${name}`)?.value).toMatch(
        /var\(--flinks-(accent|radius|density)\)/,
      );
    },
  );

  it.each(sheets)('is the only sheet that derives a colour from the accent; %s uses the result', (sheet) => {
    expect(readFileSync(`${import.meta.dirname}/${sheet}`, 'utf8')).not.toMatch(
      /(?<!background|background-color): [^;]*var\(--flinks-accent\)/,
    );
  });
});
