import '@flinks-kit/react/styles.css';
import './preview.css';
import type { Preview } from '@storybook/react-vite';
import { describeComponent } from './describeComponent.ts';
import { widths } from './looks.ts';
import { globalTypes, initialGlobals } from './toolbar.ts';
import { withAppearance } from './withAppearance.tsx';
import { withFlinks } from './withFlinks.tsx';

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  decorators: [withFlinks, withAppearance],
  parameters: {
    a11y: { test: 'error' },
    docs: { extractComponentDescription: describeComponent },
    controls: { expanded: true },
    layout: 'padded',
    viewport: { options: widths },
    options: {
      storySort: {
        order: [
          'Introduction',
          ['Welcome', '*'],
          'Guides',
          ['Start', '*'],
          'Connect',
          'Accounts',
          'Care',
          'Decisions',
        ],
      },
    },
  },
};

export default preview;
