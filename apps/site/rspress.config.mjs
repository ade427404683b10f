import { defineConfig } from '@rspress/core';

/** One static site from `docs/`: full-text search, `llms.txt`, `llms-full.txt` and a Markdown file beside each page. */
export default defineConfig({
  root: 'content',
  outDir: '../../docs-site',
  title: 'flinks-kit',
  description:
    'React hooks, components and a server for Flinks, the Canadian account aggregator. Unofficial.',
  llms: true,
  themeConfig: {
    nav: [
      { text: 'Start', link: '/start/getting-started' },
      { text: 'Error codes', link: '/errors' },
      { text: 'Storybook', link: process.env.STORYBOOK_URL ?? '/storybook/index.html' },
    ],
  },
});
