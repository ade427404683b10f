import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/manager-api';
import { kitTheme, systemTheme } from './kitTheme.ts';

addons.setConfig({
  theme: kitTheme(systemTheme()),
  sidebar: { showRoots: true, collapsedRoots: ['reference'] },
});

// The frame follows the toolbar: a dark story in a white frame would dazzle.
addons.register('flinks-kit/theme', (api) => {
  const follow = ({ globals }: { readonly globals: Readonly<Record<string, unknown>> }): void =>
    addons.setConfig({ theme: kitTheme(globals['theme'] === 'dark' ? 'dark' : 'light') });
  api.on(SET_GLOBALS, follow);
  api.on(GLOBALS_UPDATED, follow);
});
