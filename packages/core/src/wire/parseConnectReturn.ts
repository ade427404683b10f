import type { RedirectMessage } from './connectMessage.ts';
import { readRedirect } from './read.ts';

/**
 * Reads the address that a full-page redirect landed on (docs/flinks/connect.md 4.4). Belongs on the server: in a
 * browser the ids would stay in the history. `undefined` when the address has no `loginId`; never throws.
 */
export function parseConnectReturn(href: string | URL): RedirectMessage | undefined {
  const url = String(href);
  const message = readRedirect((name) => (name === 'url' ? url : undefined));
  return message.loginId === undefined ? undefined : message;
}
