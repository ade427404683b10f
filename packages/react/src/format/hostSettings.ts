/**
 * A locale as `Intl` accepts it, from any spelling that hosts use (`fr_CA`, `en-US@posix`, `fr-CA,fr;q=0.9`), or `null`
 * where no language is meant (`C`, `*`, an empty string) or known.
 */
export function normalizeLocale(locale: unknown): string | null {
  if (typeof locale !== 'string') return null;
  const tag = (/^[^,;.@]*/.exec(locale)?.[0] ?? '').trim().replaceAll('_', '-');
  try {
    // A well-formed tag of no language would silently format in the browser's own.
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** A time zone that `Intl` accepts, or `undefined`, which means the user's own. */
export function normalizeTimeZone(timeZone: unknown): string | undefined {
  if (typeof timeZone !== 'string' || timeZone === '') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
