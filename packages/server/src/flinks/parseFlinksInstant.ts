/**
 * Reads `LastRefresh`: UTC without a zone, with 6 or 7 digits of a second (docs/flinks/api.md 2.2); year 0001 is
 * read as "never". Milliseconds since the epoch, or `null` for never and for anything else.
 */
export function parseFlinksInstant(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`;
  const instant = Date.parse(zoned.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(instant) || instant < firstPlausible ? null : instant;
}

// Flinks was founded in 2016: an earlier reading is .NET's "no date", not a date.
const firstPlausible = Date.UTC(2016, 0, 1);
