/**
 * How long ago an instant was, in the user's language: `3 minutes ago`, `1 day ago`. `null` for less than a minute ago,
 * and for an instant that is in the future or cannot be parsed: a clock that is wrong must not date data ahead.
 */
export function formatRelativeTime(iso: string, now: number, locale: string): string | null {
  const minutes = Math.floor((now - Date.parse(iso)) / minuteMs);
  if (!(minutes >= 1)) return null;
  const relative = new Intl.RelativeTimeFormat(locale);
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? relative.format(-hours, 'hour') : relative.format(-Math.floor(hours / 24), 'day');
}

const minuteMs = 60_000;
