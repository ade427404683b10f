import type { Decorator } from '@storybook/react-vite';
import { StrictMode } from 'react';

/** Language, direction and theme of the page, as an app would set them on `<html>`; and React's StrictMode. */
export const withAppearance: Decorator = (Story, { globals }) => {
  const page = document.documentElement;
  page.lang = String(globals['locale']);
  page.dir = String(globals['direction']);
  page.dataset['flinksTheme'] = String(globals['theme']);
  return globals['strictMode'] === 'off' ? (
    <Story />
  ) : (
    <StrictMode>
      <Story />
    </StrictMode>
  );
};
