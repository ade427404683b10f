/** A day in words. French says "1er" for the first of a month, which `Intl` does not. */
export function formatDay(day: Date, locale: string): string {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(day);
  return locale.startsWith('fr') ? words.replace(/^1 /, '1er ') : words;
}
