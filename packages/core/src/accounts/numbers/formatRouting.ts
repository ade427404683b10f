/**
 * Where an account is kept, as Canadian payments write it: `0IIITTTTT` for electronic payments, or `TTTTT-III` as on
 * a cheque. `null` unless there are five digits of transit and three of institution.
 */
export function formatRouting(
  account: { readonly transitNumber?: string | null; readonly institutionNumber?: string | null },
  form: RoutingForm = 'electronic',
): string | null {
  const transit = digitsOf(account.transitNumber);
  const institution = digitsOf(account.institutionNumber);
  if (transit.length !== 5 || institution.length !== 3) return null;
  return form === 'electronic' ? `0${institution}${transit}` : `${transit}-${institution}`;
}

/** `electronic`: nine digits, as EFT files and US-style routing fields want. `cheque`: as printed on paper. */
export type RoutingForm = 'electronic' | 'cheque';

function digitsOf(number: string | null | undefined): string {
  return (number ?? '').replace(/\D/g, '');
}
