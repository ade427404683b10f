import type { ComponentProps, MouseEvent, ReactElement } from 'react';
import { navigate, type Route } from './useRoute.ts';

/** A link to a page of the app, without a full page load; a modified click opens a tab as usual. */
export function Link({ to, children, ...rest }: LinkProps): ReactElement {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}

/** A link's attributes, with a page instead of an address. */
export interface LinkProps extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  readonly to: Route;
}
