/** An amount in the currency's smallest unit, or `null` when it is too large to be counted exactly. */
export function toMinorUnits(amount: number, currency: string): number | null {
  const units = Math.round(amount * 10 ** fractionDigits(currency));
  if (!Number.isSafeInteger(units)) return null;
  // `-0` would be written as "-0.00".
  return units === 0 ? 0 : units;
}

/** The decimal that so many of the currency's smallest units make. */
export function fromMinorUnits(units: number, currency: string): number {
  return units / 10 ** fractionDigits(currency);
}

/** How many decimals a currency has; two for one that nobody knows. */
export function fractionDigits(currency: string): number {
  if (currency === 'CAD' || currency === 'USD') return 2;
  if (!/^[A-Z]{3}$/i.test(currency)) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
