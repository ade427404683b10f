import { readdirSync, readFileSync } from 'node:fs';
import { renderWithKit } from '#test';
import { fireEvent } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { viewStates } from '../test/viewStates.tsx';

// The page of a component shows what an app's CSS can select: its elements as a tree, and its data attributes with the
// elements and values that they have. What stands inside another component is on the page that it links to.

const docs = `${import.meta.dirname}/../../../docs/components`;

describe.each(Object.entries(viewStates))('docs/components/%s.md', (name, states) => {
  const shown = states.map(({ element }) => {
    const { container, unmount } = renderWithKit(element);
    for (const button of container.querySelectorAll('[aria-haspopup]')) fireEvent.click(button);
    const copy = document.createElement('div');
    copy.innerHTML = container.innerHTML;
    unmount();
    return copy;
  });

  test('draws the elements of one view state', () => {
    const [, tree] = /^```html\n([^]*?)\n```$/m.exec(readSection(name)) ?? [];
    expect(shown.map((root) => draw(root).join('\n'))).toContain(tree);
  });

  test('has a row for each data attribute of every view state', () => {
    const rows = readRows(name);
    const missing = shown
      .flatMap((root) => [...root.querySelectorAll('*')])
      .flatMap((element) => dataOf(element).map((data) => ({ ...data, on: `<${element.localName}>` })))
      .filter(({ attribute, on, value }) => {
        const found = rows.filter((row) => row.attribute === attribute && row.on.includes(on));
        return !found.some(({ values }) => values.length === 0 || values.includes(value));
      });
    expect([...new Set(missing.map((each) => JSON.stringify(each)))]).toEqual([]);
  });
});

describe('the pages of all components', () => {
  test('name every data attribute of the sources, and no other', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?!.*\.(?:test|stories)\.).*\.tsx$/.test(file))
      .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
    const set = sources.flatMap((source) => source.match(/\bdata-[a-z-]+(?==)/g) ?? []);
    const written = Object.keys(viewStates).flatMap((name) => readRows(name));
    expect([...new Set(written.map(({ attribute }) => attribute))].toSorted()).toEqual(
      [...new Set(set)].toSorted(),
    );
  });
});

interface Row {
  readonly attribute: string;
  readonly on: readonly string[];
  /** Empty where the page describes them in words, such as "the bank's id". */
  readonly values: readonly string[];
}

/** The rows of a page, and those of the pages that its section links to. */
function readRows(name: string): readonly Row[] {
  const section = readSection(name);
  const own = [...section.matchAll(/^\| `(data-[\w-]+)` \| (.+?) \| (.+?) \|$/gm)];
  const inside = [...section.matchAll(/\]\((\w+)\.md\)/g)];
  return [
    ...own.map(([, attribute = '', on = '', values = '']) => ({
      attribute,
      on: readCodes(on),
      values: readCodes(values),
    })),
    ...inside.flatMap(([, other = '']) => readRows(other)),
  ];
}

function readSection(name: string): string {
  const page = readFileSync(`${docs}/${name}.md`, 'utf8');
  return page.split(/^## /m).find((section) => section.startsWith('Parts and data attributes')) ?? '';
}

const readCodes = (cell: string): readonly string[] =>
  [...cell.matchAll(/`(.+?)`|no value/g)].map(([, code = '']) => code);

const dataOf = (element: Element): readonly { readonly attribute: string; readonly value: string }[] =>
  [...element.attributes]
    .filter(({ name }) => name.startsWith('data-'))
    .map(({ name: attribute, value }) => ({ attribute, value }));

/** The elements with data attributes as a tree. Equal siblings are drawn once. */
function draw(parent: Element): readonly string[] {
  const drawn = [...parent.children].map((child) => drawElement(child).join('\n'));
  return drawn
    .filter((part, index) => part !== '' && part !== drawn[index - 1])
    .flatMap((part) => part.split('\n'));
}

function drawElement(element: Element): readonly string[] {
  const inside = draw(element);
  const data = dataOf(element);
  if (data.length === 0) return inside;
  const written = data.map(({ attribute, value }) =>
    value === '' ? ` ${attribute}` : ` ${attribute}="${value}"`,
  );
  const role = element.getAttribute('role');
  return [
    `<${element.localName}${role === null ? '' : ` role="${role}"`}${written.join('')}>`,
    ...inside.map((line) => `  ${line}`),
  ];
}
