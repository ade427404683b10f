import { readdirSync, readFileSync } from 'node:fs';
import * as kit from '@flinks-kit/react';
import { describe, expect, test } from 'vitest';
import preview from './preview.tsx';
import { docsId, readDocs, toMdx } from './writePages.ts';

const pages = readDocs();
const read = (page: string): string => readFileSync(`docs/${page}`, 'utf8');
const contents = read('README.md');

describe('a page of docs/', () => {
  test.each(pages.filter((page) => !/^(?:decisions|reference)\//.test(page)))(
    '%s is listed in docs/README.md',
    (page) => {
      expect(contents).toContain(`](${page})`);
    },
  );

  test.each(pages.filter((page) => !page.startsWith('components/')))(
    '%s has the id that links to it use',
    (page) => {
      expect(toMdx(page, read(page))).toContain(`<Meta id="${docsId(page)}" title="`);
    },
  );

  test('stands in a part of the sidebar that has its order', () => {
    const order: unknown = preview.parameters?.['options']?.storySort?.order;
    const roots = pages
      .filter((page) => !page.startsWith('components/'))
      .map((page) => /title="(\w+)/.exec(toMdx(page, read(page)))?.[1]);
    expect(order).toEqual(expect.arrayContaining([...new Set(roots)]));
  });
});

const names = Object.keys(kit);
const components = names.filter((name) => /^[A-Z]/.test(name) && !/Error$|Provider$/.test(name));
const hooks = names.filter((name) => name.startsWith('use'));

describe('a public export', () => {
  test.each(components)('the component %s has a page', (name) => {
    expect(pages).toContain(`components/${name}.md`);
  });

  test.each(hooks)('the hook %s has a page', (name) => {
    expect(pages).toContain(`hooks/${name}.md`);
  });
});

describe('a story', () => {
  // The examples of the pages are not in the sidebar.
  const files = [
    'packages/react/src',
    'packages/react/test',
    '.storybook/start',
    '.storybook/design',
  ].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.stories.tsx'))
      .map((file) => `${folder}/${file}`),
  );

  test.each(files)('of %s has a name that a person would type', (file) => {
    const [, ...stories] = readFileSync(file, 'utf8').split(/^export const /m);
    const unnamed = stories.filter(
      (story) => /^[A-Z]\w*[A-Z]/.test(story) && !/^[^{]*\{\s*name: '/.test(story),
    );
    expect(unnamed.map((story) => /^\w+/.exec(story)?.[0])).toEqual([]);
  });
});

describe('the page of an export', () => {
  test.each(pages.filter((page) => page.startsWith('components/')))(
    '%s has words in every section',
    (page) => {
      const [intro, ...sections] = read(page).split(/^## /m);
      expect(intro).toMatch(/^# \w+\n\n.{30}/);
      const required = [
        'When to use it',
        'Install and import',
        'Parts and data attributes',
        'Keyboard',
        'Accessibility',
        'Do',
        'Don’t',
      ];
      const headings = sections.map((section) => /^(.+)\n\n./.exec(section)?.[1] ?? '');
      expect(headings.filter((heading) => required.includes(heading))).toEqual(required);
    },
  );

  test.each(pages.filter((page) => /^(?:components|hooks)\//.test(page)))(
    '%s has a whole file as its example, which uses the export',
    (page) => {
      const [, folder = '', name = ''] = /(\w+)\/(\w+)\.md/.exec(page) ?? [];
      const text = read(page);
      expect(text).toContain(`<!-- file: .storybook/examples/${folder}/${name}.tsx -->`);
      expect(text).toMatch(new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '@flinks-kit/react';`));
    },
  );

  test('is complete in Storybook, also where its Markdown has fewer sections', () => {
    const mdx = toMdx('components/EftBadge.md', read('components/EftBadge.md'));
    const headings = [...mdx.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      'When to use it',
      'Install and import',
      'Controls',
      'Props',
      'Parts and data attributes',
      'Keyboard',
      'Accessibility',
      'Do and don’t',
      'Size',
      'Every state',
    ]);
  });
});

describe('toMdx', () => {
  test('sends links between pages to pages here, and leaves others', () => {
    const text =
      '# A\n\n[a](../server/timing.md#x) [b](https://docs.flinks.com) [c](../../SECURITY.md) [d](#below)';
    expect(toMdx('guides/security.md', text)).toContain(
      '[a](?path=/docs/server-timing--docs) [b](https://docs.flinks.com) c [d](#below)',
    );
  });

  test('keeps a brace of the text, where MDX would run it', () => {
    const text = '# A\n\n/v3/{id} and `{id}`\n\n```ts\nconst a = { b };\n```';
    expect(toMdx('guides/a.md', text)).toContain('/v3/\\{id\\} and `{id}`\n\n```ts\nconst a = { b };\n```');
  });

  test('leaves out diagrams', () => {
    const text = '# A\n\none\n\n```mermaid\nstateDiagram-v2\n```\n\ntwo';
    expect(toMdx('guides/a.md', text)).toMatch(/one\n\ntwo$/);
  });

  test('leaves out how an example is checked', () => {
    const text = '# A\n\none\n\n<!-- given\nlet x;\n-->\n\n```ts\nx;\n```';
    expect(toMdx('guides/a.md', text)).toMatch(/one\n\n```ts\nx;\n```$/);
  });

  test('shows a live example where the page names one', () => {
    const mdx = toMdx('guides/a.md', '# A\n\n<!-- live: OwnServer -->\n\nwords');
    expect(mdx).toContain('<Canvas of={guides.OwnServer} sourceState="none" />');
    expect(mdx).toContain('/examples/guides.stories.tsx');
  });

  test('shows no live example where a page only copies the file of another', () => {
    const text = '# A\n\n<!-- file: .storybook/examples/hooks/useFlinks.tsx -->\n\n```tsx\nx;\n```';
    expect(toMdx('start/a.md', text)).not.toContain('<Canvas');
    expect(toMdx('hooks/useFlinks.md', text)).toContain('<Canvas of={hooks.useFlinks}');
  });
});
