/** The rent in Canadian dollars. */
export function formatRent(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' }).format(amount);
}

/** A date in words, that stays in one line. French writes "1er" for the first of a month, which `Intl` does not. */
export function formatDay(day: Date, locale: string): string {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(day);
  return (locale.startsWith('fr') ? words.replace(/^1 /, '1er ') : words).replaceAll(' ', '\u00a0');
}

/** The day of the next rent payment. */
export function firstOfNextMonth(today = new Date()): Date {
  return new Date(today.getFullYear(), today.getMonth() + 1, 1);
}
