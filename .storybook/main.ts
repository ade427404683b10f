import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { componentFacts } from './componentFacts.ts';
import { writePages } from './writePages.ts';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: async () => {
    writePages();
    return [
      './{pages,start,examples,design}/**/*.{mdx,stories.tsx}',
      '../packages/react/{src,test/guide}/**/*.stories.tsx',
    ];
  },
  addons: [
    {
      name: '@storybook/addon-docs',
      // MDX knows no tables by itself.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  // The sandbox's widget page, and our own html around it: same origin here, e2e tests two origins.
  staticDirs: [
    { from: './widget', to: '/widget' },
    { from: '../packages/sandbox/page', to: '/widget/page' },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  features: { sidebarOnboardingChecklist: false },
  typescript: { reactDocgen: 'react-docgen', check: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), componentFacts()],
    // For older browsers Vite would replace `light-dark()`, and a theme inside another would have the outer one's colours.
    build: { ...vite.build, cssTarget: ['chrome123', 'firefox128', 'safari17.5'] },
    resolve: {
      ...vite.resolve,
      conditions: ['@flinks-kit/source', 'module', 'browser', 'development|production'],
    },
  }),
};

export default config;
