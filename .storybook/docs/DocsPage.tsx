import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, type ReactElement, useLayoutEffect } from 'react';
import { kitTheme } from '../kitTheme.ts';
import { useToolbar } from './useToolbar.ts';

/** A page of words: it follows the toolbar's theme. Its language and direction stay its own; its stories follow. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>): ReactElement {
  const theme = useToolbar()['theme'] === 'dark' ? 'dark' : 'light';
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = 'en';
    page.dir = 'ltr';
    page.dataset['flinksTheme'] = theme;
  }, [theme]);
  return <DocsContainer {...props} theme={kitTheme(theme)} />;
}
