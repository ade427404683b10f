/**
 * Could this text give an id away: a GUID, however it is written, or an address that may carry one? Flinks' ids are
 * GUIDs, and what an app may see of a message must hold none.
 */
export function hidesAnId(text: string): boolean {
  return /:\/\/|%3a|[\da-f]{32}/i.test(text.replace(/%2d|[-_\s]/gi, ''));
}
