/**
 * Date and time in the user's language. Give a time zone where a server renders too, so that both print the same. A
 * date that cannot be parsed is returned as it is.
 */
export function formatDateTime(iso: string, locale: string, timeZone?: string): string {
  return print(iso, locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

/** The time of day, for what happens within hours. */
export function formatTime(iso: string, locale: string, timeZone?: string): string {
  return print(iso, locale, { timeStyle: 'short', timeZone });
}

function print(iso: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(Number(date))) return iso;
  // `9 h 05` and `9:05 a.m.` are one word each, after the comma of a date: no line may end inside.
  return new Intl.DateTimeFormat(locale, options).format(date).replaceAll(/(?<!,)\s(?=[^,]*$)/g, '\u00A0');
}
