import '@flinks-kit/react/styles.css';
import './preview.css';
import './docs/docs.css';
import './guides/introduction/introduction.css';
import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { widths } from './appearance.ts';
import { describeComponent } from './describeComponent.ts';
import { DocsPage } from './docs/DocsPage.tsx';
import { failOnConsole, watchConsole } from './failOnConsole.ts';
import { globalTypes, initialGlobals } from './toolbar.ts';
import { withAppearance } from './withAppearance.tsx';
import { withFlinks } from './withFlinks.tsx';

const preview: Preview = {
  globalTypes,
  initialGlobals,
  decorators: [withFlinks, withAppearance],
  // A busy machine is no failure: a story that waits for the widget waits as long as a person would.
  beforeAll: () => configure({ asyncUtilTimeout: 10_000 }),
  beforeEach: watchConsole,
  afterEach: failOnConsole,
  parameters: {
    a11y: { test: 'error' },
    docs: {
      container: DocsPage,
      extractComponentDescription: describeComponent,
      toc: { headingSelector: 'h2' },
    },
    controls: { expanded: true },
    layout: 'padded',
    viewport: { options: widths },
    options: {
      storySort: {
        order: [
          'Introduction',
          ['Welcome', 'The whole flow'],
          'Start',
          ['Getting started', '*'],
          'Guides',
          ['Session states', 'Accounts and EFT', 'Flinks codes', 'Own back end', '*'],
          'Server',
          ['Routes and options', 'Deployment', 'Threat model', '*'],
          'Connect',
          'Accounts',
          'Connections',
          'Hooks',
          'Design',
          'Reference',
          'Flinks',
          ['README', '*'],
          'Decisions',
          ['README', '*'],
        ],
      },
    },
  },
};

export default preview;
