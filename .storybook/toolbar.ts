import { scenarios } from '@flinks-kit/sandbox';
import type { GlobalTypes } from 'storybook/internal/types';
import { parseAppearances } from './appearance.ts';
import { systemTheme } from './kitTheme.ts';

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
  speed: {
    description: 'Who walks through the widget, and how fast the sandbox is',
    toolbar: {
      icon: 'fastforward',
      dynamicTitle: true,
      items: [
        { value: 'by-hand', title: 'You drive' },
        { value: '1', title: 'Plays itself' },
        { value: '4', title: 'Plays itself, 4 times as fast' },
        { value: '20', title: 'Plays itself, 20 times as fast' },
      ],
    },
  },
};

const isTest = import.meta.env.MODE === 'test';
const [appearance] = parseAppearances(import.meta.env['STORYBOOK_APPEARANCES']);

/** Where a run starts. Tests set these variables to run the stories in both languages and several appearances; readers see their own theme. */
export const initialGlobals = {
  locale: import.meta.env['STORYBOOK_LOCALE'] ?? 'en',
  theme: isTest ? appearance?.theme : systemTheme(),
  direction: 'ltr',
  // Stories fill the window until a reader picks a width; a test run has no window to fill.
  viewport: { value: isTest ? appearance?.width : undefined },
  strictMode: 'on',
  scenario: 'everyday',
  speed: 'by-hand',
};
