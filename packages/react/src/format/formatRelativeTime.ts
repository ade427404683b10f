/**
 * How long ago an instant was, in the user's language: `3 minutes ago`, `1 day ago`. `null` for less than a minute ago,
 * and for an instant that is in the future or cannot be parsed: a clock that is wrong must not date data ahead.
 */
export function formatRelativeTime(iso: string, now: number, locale: string): string | null {
  const minutes = (now - Date.parse(iso)) / 60_000;
  if (!(minutes >= 1)) return null;
  const [amount, unit] =
    minutes < 60
      ? ([minutes, 'minute'] as const)
      : minutes < 1440
        ? ([minutes / 60, 'hour'] as const)
        : ([minutes / 1440, 'day'] as const);
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(amount), unit);
}
