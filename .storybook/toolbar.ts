import { scenarios } from '@flinks-kit/sandbox';
import type { GlobalTypes } from 'storybook/internal/types';
import { parseLooks } from './looks.ts';

/** What the toolbar offers. A story that asserts English words pins `globals: { locale: 'en' }`. */
export const globalTypes: GlobalTypes = {
  locale: {
    description: 'Language of the labels, and of the widget',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'en', title: 'English' },
        { value: 'fr-CA', title: 'Français (Canada)' },
      ],
    },
  },
  theme: {
    description: 'Light or dark',
    toolbar: {
      icon: 'contrast',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
      ],
    },
  },
  direction: {
    description: 'Text direction: layouts must survive both',
    toolbar: {
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  strictMode: {
    description: 'React StrictMode: one token and one frame, even so',
    toolbar: {
      icon: 'shield',
      dynamicTitle: true,
      items: [
        { value: 'on', title: 'StrictMode on' },
        { value: 'off', title: 'StrictMode off' },
      ],
    },
  },
  scenario: {
    description: 'How the sandbox behaves',
    toolbar: {
      icon: 'beaker',
      dynamicTitle: true,
      items: scenarios.map(({ name, summary }) => ({ value: name, title: name, right: summary })),
    },
  },
};

const [look] = parseLooks(import.meta.env['STORYBOOK_LOOKS']);

/** Where a run starts. CI runs the stories in both languages and several looks by these variables. */
export const initialGlobals = {
  locale: import.meta.env['STORYBOOK_LOCALE'] ?? 'en',
  theme: look?.theme,
  direction: look?.direction,
  // Stories fill the window until somebody picks a width; a test run has no window to fill.
  viewport: { value: import.meta.env.MODE === 'test' ? look?.width : undefined },
  strictMode: 'on',
  scenario: 'everyday',
};
