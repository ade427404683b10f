export { normalizeLocale } from '@flinks-kit/core';

/** A time zone that `Intl` accepts, or `undefined`, which means the user's own. */
export function normalizeTimeZone(timeZone: unknown): string | undefined {
  if (typeof timeZone !== 'string' || timeZone === '') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
