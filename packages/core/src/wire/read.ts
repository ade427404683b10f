import type { RedirectMessage } from './connectMessage.ts';

/** Readers of `unknown`: the only place of the wire that touches what was not checked yet. */

/** Trimmed text; a number is its digits (one redirect in the wild had a numeric institution). */
export function readText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return (typeof text === 'string' && text.trim()) || undefined;
}

/** Text that an app may see: none that could give an id away. */
export function readLabel(value: unknown): string | undefined {
  const text = readText(value);
  return text && !containsId(text) ? text : undefined;
}

/** A count, also when it came as text. */
export function readCount(value: unknown): number | undefined {
  const text = readText(value);
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** One, several, or a comma list: Flinks sends all three (docs/flinks/connect.md 1.3). `undefined` for none. */
export function readList(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : (readText(value)?.split(',') ?? []);
  const texts = items.map(readText).filter((item) => item !== undefined);
  return texts[0] ? texts : undefined;
}

/**
 * Could this text give an id away: a GUID, however it is written, or an address that may carry one? Flinks' ids are
 * GUIDs, and what an app may see of a message must hold none.
 */
export function containsId(text: string): boolean {
  return /:\/\/|%3a|[\da-f]{32}/i.test(text.replace(/%2d|[-_\s]/gi, ''));
}

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
