import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, type ReactElement, useLayoutEffect, useSyncExternalStore } from 'react';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { kitTheme } from '../kitTheme.ts';

/** A page of words: it follows the toolbar's theme. Its language and direction stay its own; its stories follow. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>): ReactElement {
  const theme = useSyncExternalStore(followToolbar, readTheme);
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = 'en';
    page.dir = 'ltr';
    page.dataset['flinksTheme'] = theme;
  }, [theme]);
  return <DocsContainer {...props} theme={kitTheme(theme)} />;
}

function followToolbar(onChange: () => void): () => void {
  const channel = addons.getChannel();
  channel.on(GLOBALS_UPDATED, onChange);
  channel.on(SET_GLOBALS, onChange);
  return () => {
    channel.off(GLOBALS_UPDATED, onChange);
    channel.off(SET_GLOBALS, onChange);
  };
}

// The channel remembers the last event, so a page that mounts later knows it too.
function readTheme(): 'light' | 'dark' {
  const channel = addons.getChannel();
  const [event] = channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS) ?? [];
  return event?.globals.theme === 'dark' ? 'dark' : 'light';
}
