export { normalizeLocale } from '@flinks-kit/core';

/** A time zone that `Intl` accepts, or `undefined`, which means the user's own. */
export function normalizeTimeZone(timeZone: unknown): string | undefined {
  try {
    // As text, since `Intl` takes `undefined` for the user's own, and no other value is the name of a zone either.
    return new Intl.DateTimeFormat('en', { timeZone: String(timeZone) }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
