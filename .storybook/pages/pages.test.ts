import * as kit from '@flinks-kit/react';
import { describe, expect, test } from 'vitest';
import contents from '../../docs/README.md?raw';
import preview from '../preview.tsx';
import { docsId, toStorybook } from './toStorybook.ts';

const docs = Object.keys(import.meta.glob('../../docs/*/**/*.md')).map((file) =>
  file.slice('../../docs/'.length),
);
const pages: Readonly<Record<string, string>> = import.meta.glob(['./**/*.mdx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const shown = docs.filter((page) => !page.startsWith('reference/'));

describe('a page of docs/', () => {
  test.each(shown)('%s is shown here, under the id that links to it use', (page) => {
    const text = pages[`./${page.replace(/\.md$/, '.mdx')}`] ?? '';
    expect(text).toContain(`docs/${page}?raw`);
    const title = /<Meta title="(.+)"/.exec(text)?.[1];
    // A page without a title of its own has that of its stories.
    if (title === undefined) expect(text).toContain('<Meta of={stories} name="Docs" />');
    else expect(docsId(title)).toBe(docsId(page));
  });

  test.each(shown.filter((page) => !page.startsWith('decisions/')))(
    '%s is listed in docs/README.md',
    (page) => {
      expect(contents).toContain(`](${page})`);
    },
  );

  test('has its part of the sidebar', () => {
    const order: unknown = preview.parameters?.['options']?.storySort?.order;
    const parts = shown.map((page) => page.replace(/\/.*/, ''));
    expect(Array.isArray(order) && order.flat().map((part) => String(part).toLowerCase())).toEqual(
      expect.arrayContaining(parts),
    );
  });
});

const ofExports: Readonly<Record<string, string>> = import.meta.glob('../{components,hooks}/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const components = Object.keys(kit).filter((name) => /^[A-Z]/.test(name) && name !== 'FlinksKitError');
const hooks = Object.keys(kit).filter((name) => name.startsWith('use'));

describe('a page of an export', () => {
  test.each([...components, ...hooks])('%s has one', (name) => {
    const page = name === 'FlinksProvider' ? 'useFlinks' : name;
    expect(Object.keys(ofExports).some((file) => file.endsWith(`/${page}.mdx`))).toBe(true);
  });

  test.each(Object.keys(ofExports).filter((file) => file.includes('/components/')))(
    '%s is complete',
    (file) => {
      for (const heading of ['When', 'Props', 'Anatomy and theming', 'Accessibility', 'Do and don’t']) {
        expect(ofExports[file]).toContain(`## ${heading}\n`);
      }
    },
  );
});

describe('toStorybook', () => {
  test('sends links between pages to pages here, and leaves others', () => {
    const text = '[a](../server/timing.md#x) [b](https://docs.flinks.com) [c](../../SECURITY.md) [d](#below)';
    expect(toStorybook('guides/security.md', text)).toBe(
      '[a](?path=/docs/server-timing--docs) [b](https://docs.flinks.com) c [d](#below)',
    );
  });

  test('leaves out diagrams', () => {
    expect(toStorybook('a.md', 'one\n\n```mermaid\nstateDiagram-v2\n```\n\ntwo')).toBe('one\n\ntwo');
  });

  test('leaves out how an example is checked', () => {
    expect(toStorybook('a.md', 'one\n\n<!-- given\nlet x;\n-->\n\n```ts\nx;\n```')).toBe(
      'one\n\n```ts\nx;\n```',
    );
  });
});
