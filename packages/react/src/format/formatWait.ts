/** A wait in whole minutes or hours (`4 min`, `2 h`), rounded up; `null` for up to a minute. */
export function formatWait(milliseconds: number, locale: string): string | null {
  const minutes = Math.ceil(milliseconds / 60_000);
  if (minutes <= 1) return null;
  const isLong = minutes > 90;
  const options = { style: 'unit', unit: isLong ? 'hour' : 'minute', unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(locale, options).format(isLong ? Math.ceil(minutes / 60) : minutes);
}
