/**
 * A locale as `Intl` accepts it, from any spelling that hosts use (`fr_CA`, `en-US@posix`, `fr-CA,fr;q=0.9`), or `null`
 * where no language is meant (`C`, `*`, an empty string) or known.
 */
export function normalizeLocale(locale: unknown): string | null {
  if (typeof locale !== 'string') return null;
  try {
    const tag = locale.replace(/[,;.@].*/, '').trim();
    // A well-formed tag of no language would silently format in the host's own.
    return Intl.DateTimeFormat.supportedLocalesOf(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * Is this locale French? Takes any spelling (`fr`, `fr-CA`, `fr_CA`, `FR`) and never throws; `Intl.Locale` would for
 * the spellings that hosts hand over.
 */
export function isFrench(locale: string): boolean {
  return /^fr(?![a-z])/i.test(locale);
}
