import type { ConnectSession } from '@flinks-kit/react';

/** Is Flinks' window there, or about to be? A person can still leave then. */
export function isOpen({ status }: ConnectSession): boolean {
  return status === 'preparing' || status === 'loading' || status === 'active';
}
