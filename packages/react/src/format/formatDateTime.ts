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
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, options)
    .formatToParts(date)
    .map(({ type, value }, at, parts) =>
      type === 'literal' && isInTime(parts[at - 1]) ? unbroken(value) : value,
    )
    .join('');
}

// `9 h 05` and `9:05 a.m.` are one word each: no line may end inside.
const isInTime = (before: Intl.DateTimeFormatPart | undefined): boolean =>
  before?.type === 'hour' || before?.type === 'minute';

const unbroken = (text: string): string => text.replaceAll(/\s/g, '\u00A0');
