/**
 * Is this locale French? Takes any spelling (`fr`, `fr-CA`, `fr_CA`, `FR`) and never throws; `Intl.Locale` would for
 * the spellings that hosts hand over.
 */
export function isFrench(locale: string): boolean {
  return /^fr(?![a-z])/i.test(locale);
}
