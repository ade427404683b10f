import { scenarios } from '@flinks-kit/sandbox';
import type { GlobalTypes } from 'storybook/internal/types';
import { parseAppearances } from './appearance.ts';
import { systemTheme } from './kitTheme.ts';

/** What the toolbar offers. A story that asserts English words pins `globals: { locale: 'en' }`. */
export const globalTypes: GlobalTypes = {
  locale: choice('Language of the labels, and of the widget', 'globe', {
    en: 'English',
    'fr-CA': 'Français (Canada)',
  }),
  theme: choice('Light or dark', 'contrast', { light: 'Light', dark: 'Dark' }),
  direction: choice('Text direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
  strictMode: choice('React StrictMode', 'shield', { on: 'StrictMode on', off: 'StrictMode off' }),
  scenario: choice(
    'What happens at the bank',
    'beaker',
    Object.fromEntries(scenarios.map(({ name }) => [name, name])),
    Object.fromEntries(scenarios.map(({ name, summary }) => [name, summary])),
  ),
  speed: choice('Who walks through the widget', 'fastforward', {
    'by-hand': 'You',
    1: 'The sandbox',
    4: 'The sandbox, 4 times as fast',
    20: 'The sandbox, 20 times as fast',
  }),
};

type Names = Readonly<Record<string, string>>;
type Icon = 'globe' | 'contrast' | 'transfer' | 'shield' | 'beaker' | 'fastforward';

function choice(description: string, icon: Icon, titles: Names, notes: Names = {}): GlobalTypes[string] {
  const items = Object.entries(titles).map(([value, title]) => ({
    value,
    title,
    right: notes[value] ?? '',
  }));
  return { description, toolbar: { icon, dynamicTitle: true, items } };
}

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
