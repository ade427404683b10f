import type { ConnectSession } from '@flinks-kit/react';

/** Is the widget open or opening? The user can still cancel then. */
export function isOpen({ status }: ConnectSession): boolean {
  return status === 'preparing' || status === 'loading' || status === 'active';
}
