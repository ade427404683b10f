import type { RedirectMessage } from './connectMessage.ts';
import { readLabel, readList, readText } from './read.ts';

/**
 * Reads the ids of a finished connection. Flinks sends them at top level, in the query of `url`, or both
 * (docs/flinks/connect.md 1.3); top level wins, and the `url` itself is dropped.
 */
export function readRedirect(field: (name: string) => unknown): RedirectMessage {
  const query = queryOf(readText(field('url')) ?? '');
  const text = (name: string): string | undefined => readText(field(name)) ?? readText(query.get(name));
  return {
    kind: 'redirect',
    loginId: text('loginId'),
    requestId: text('requestId'),
    institution: readLabel(text('institution')),
    accountIds: readList(field('accountId')) ?? readList(query.getAll('accountId').join()) ?? [],
    tag: text('tag'),
    state: text('state'),
  };
}

// The address may be relative, empty, of a custom scheme, with a hash route or with two question marks, so no
// URL parser can be asked. The parameters are whatever follows the first separator.
function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.replace(/^[^?#]*/, '').replace(/[?#]/g, '&'));
}
