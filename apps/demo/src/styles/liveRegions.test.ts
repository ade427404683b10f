import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = `${import.meta.dirname}/../../../..`;
const sheets = ['apps/demo/src/styles', 'packages/react/src/styles'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`),
);

describe('an empty live region', () => {
  it.each(sheets)('stays in the accessibility tree: %s', (sheet) => {
    const rules = readFileSync(`${root}/${sheet}`, 'utf8').match(/[^{}]*:empty[^{}]*\{[^{}]*\}/g) ?? [];
    for (const rule of rules) expect(rule).not.toMatch(/display: none|visibility: hidden/);
  });

  it('is looked for in every style sheet', () => {
    expect(sheets.length).toBeGreaterThan(15);
  });
});
