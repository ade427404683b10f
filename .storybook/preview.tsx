import '@flinks-kit/react/styles.css';
import './preview.css';
import './docs/docs.css';
import './start/start.css';
import type { Preview } from '@storybook/react-vite';
import type { ArgTypesEnhancer, SBType, StoryContext, StrictInputType } from 'storybook/internal/types';
import { configure } from 'storybook/test';
import { widths } from './appearance.ts';
import { DocsPage } from './docs/DocsPage.tsx';
import { failOnConsole, watchConsole } from './failOnConsole.ts';
import { globalTypes, initialGlobals } from './toolbar.ts';
import { withAppearance } from './withAppearance.tsx';
import { withFlinks } from './withFlinks.tsx';

// `boolean | undefined` is a boolean to a reader, and a node is a text; their controls would be those of an object.
const simplifyTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([name, argType]) => [name, simplify(argType)]));

function simplify(argType: StrictInputType): StrictInputType {
  const parts = (argType.type?.name === 'union' ? argType.type.value : [argType.type]).filter(
    (part) => part?.name !== 'other' || part.value !== 'undefined',
  );
  const [only] = parts;
  if (!only || parts.length > 1) return argType;
  const type: SBType = only.name === 'other' && only.value === 'ReactNode' ? { name: 'string' } : only;
  if (type === argType.type) return argType;
  return { ...argType, type, table: { ...argType.table, type: { summary: type.name } } };
}

const preview: Preview = {
  argTypesEnhancers: [simplifyTypes],
  globalTypes,
  initialGlobals,
  decorators: [withFlinks, withAppearance],
  // A busy machine is no failure: a story that waits for the widget waits as long as a person would.
  beforeAll: () => configure({ asyncUtilTimeout: 10_000 }),
  // For readers a story is no test.
  ...(import.meta.env.MODE === 'test' && { beforeEach: watchConsole, afterEach: failOnConsole }),
  parameters: {
    // Axe is not in a frame of a story, and would wait for it to answer.
    a11y: { test: 'error', options: { iframes: false } },
    docs: {
      container: DocsPage,
      // A story's own code is full of test data. Each page has an example to copy.
      canvas: { sourceState: 'none' },
      toc: { headingSelector: 'h2' },
      // One that needs a page of its own is a link.
      stories: {
        filter: ({ parameters }: StoryContext) =>
          parameters['docs']?.disable !== true && parameters['docs']?.story?.inline !== false,
      },
    },
    controls: { expanded: true },
    layout: 'padded',
    viewport: { options: widths },
    options: {
      storySort: {
        order: [
          'Start',
          ['Welcome', 'Getting started', 'Try it', 'Compatibility', 'Troubleshooting', 'Upgrading', '*'],
          'Components',
          [
            'FlinksConnect',
            'FlinksConnectDialog',
            'ConnectButton',
            'ConnectProgress',
            'InstitutionPicker',
            'AccountList',
            'AccountPicker',
            'EftBadge',
            'AccountGroup',
            'AccountRow',
            'AccountBalance',
            'ConnectionList',
            'ConnectionCard',
            'ReconnectBanner',
            'RemedyMessage',
            '*',
          ],
          'Hooks',
          ['useFlinksConnect', 'useConnectSession', 'useConnections', 'useConnection', 'useAccounts', '*'],
          'Guides',
          ['Recipes', 'Session states', 'Accounts and EFT', 'Flinks codes', 'Own back end', '*'],
          'Server',
          ['Routes and options', 'Deployment', 'Threat model', '*'],
          'Design',
          ['Theme', 'Tokens'],
          'Reference',
          ['Exports', 'Flinks', 'Decisions'],
        ],
      },
    },
  },
};

export default preview;
