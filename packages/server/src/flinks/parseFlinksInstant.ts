/**
 * Reads `LastRefresh`: UTC without a zone, with 6 or 7 digits of a second (docs/flinks/api.md 2.2); year 0001 is
 * read as "never". Milliseconds since the epoch, or `null` for never and for anything else, such as a day that no
 * calendar has.
 */
export function parseFlinksInstant(value: unknown): number | null {
  const [, local, fraction = '', zone = 'Z'] =
    typeof value === 'string' ? (instantForm.exec(value.trim()) ?? []) : [];
  if (local === undefined) return null;
  // `Date.parse` reads 30 February as 2 March.
  const isOnCalendar = new Date(Date.parse(`${local}Z`)).toJSON()?.startsWith(local);
  const instant = Date.parse(
    local + fraction.slice(0, 4) + (/^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone).toUpperCase(),
  );
  return !isOnCalendar || Number.isNaN(instant) || instant < firstPlausible ? null : instant;
}

const instantForm = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

// Flinks was founded in 2016: an earlier reading is .NET's "no date", not a date.
const firstPlausible = Date.UTC(2016, 0, 1);
