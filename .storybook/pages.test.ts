import * as kit from '@flinks-kit/react';
import { describe, expect, test } from 'vitest';
import preview from './preview.tsx';

const mdx = import.meta.glob<string>('./**/*.mdx', { query: '?raw', import: 'default', eager: true });
const stories = import.meta.glob<string>(['./**/*.stories.tsx', '../packages/react/src/**/*.stories.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const pages = Object.entries(mdx).map(([file, text]) => ({ file, text }));
const storyTitles = Object.entries(stories).map(([file, text]) => ({
  file,
  title: /title: '(.+)'/.exec(text)?.[1] ?? '',
}));

// A page has a title of its own, or that of the stories it belongs to.
const titles = pages.map(({ text }) => {
  const own = /<Meta title="(.+)"/.exec(text)?.[1];
  const attached = /import \* as stories from '.*?([^/]+)';/.exec(text)?.[1];
  return own ?? storyTitles.find(({ file }) => file.endsWith(`/${attached}`))?.title ?? '';
});

const exported = Object.keys(kit);
const components = exported.filter((name) => /^[A-Z]/.test(name) && name !== 'FlinksKitError');
const hooks = exported.filter((name) => name.startsWith('use'));

test.each([...components, ...hooks])('%s has a page', (name) => {
  expect(titles.some((title) => title.split('/').at(-1)?.split(' and ').includes(name))).toBe(true);
});

describe('a page of a component', () => {
  const own = pages.filter(({ file }) => file.includes('/components/'));
  test.each(own.map(({ file, text }) => [file, text]))('%s says all there is to say', (_file, text) => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      expect.arrayContaining(['When', 'Props', 'Anatomy and theming', 'Accessibility', 'Do and don’t']),
    );
  });
});

test('every link to a page leads to one', () => {
  const ids = titles.map((title) => `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}--docs`);
  const links = pages.flatMap(({ text }) =>
    [...text.matchAll(/\?path=\/docs\/([\w-]+)/g)].map(([, id = '']) => id),
  );
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
});

test('every part of the sidebar has its place', () => {
  const order: unknown = preview.parameters?.['options']?.storySort?.order;
  const parts = new Set(titles.map((title) => title.split('/')[0]));
  expect(order).toEqual(expect.arrayContaining([...parts]));
});
