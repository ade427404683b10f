import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const tokens = [...css.matchAll(/(--flinks-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

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

  it.each(['accent-hover', 'accent-soft', 'on-accent'])('derives %s from the accent', (name) => {
    expect(tokens.find((token) => token.name === `--flinks-${name}`)?.value).toContain(
      'var(--flinks-accent)',
    );
  });
});
