/**
 * Could this text give an id away: a GUID, however it is written, or an address that may carry one? Flinks' ids are
 * GUIDs, and what an app may see of a message must hold none.
 */
export function hidesAnId(text: string): boolean {
  return /:\/\/|[\da-f]{32}/i.test(text.replace(/%2d|%3a|%2f|[-_\s]/gi, unescapeUrl));
}

const unescapeUrl = (part: string): string => ({ '%3a': ':', '%2f': '/' })[part.toLowerCase()] ?? '';
