import type { Decorator } from '@storybook/react-vite';
import { StrictMode } from 'react';

/**
 * Language, direction and theme, as an app would set them on `<html>`; on a docs page, whose own words are English,
 * around the story. And React's StrictMode.
 */
export const withAppearance: Decorator = (Story, { globals, viewMode }) => {
  const lang = String(globals['locale']);
  const dir = globals['direction'] === 'rtl' ? 'rtl' : 'ltr';
  const strict =
    globals['strictMode'] === 'off' ? (
      <Story />
    ) : (
      <StrictMode>
        <Story />
      </StrictMode>
    );
  if (viewMode === 'docs') {
    return (
      <div lang={lang} dir={dir}>
        {strict}
      </div>
    );
  }
  Object.assign(document.documentElement, { lang, dir });
  document.documentElement.dataset['flinksTheme'] = String(globals['theme']);
  return strict;
};
