import { plainText } from '../../internal/plainText.ts';
import { isMaskedNumber } from './maskAccountNumber.ts';
import { isStandInId } from './standInId.ts';

/** The three numbers of an account as Flinks sent them, in any spelling. */
export interface RawAccountNumbers {
  /** The account's id. A row that came without one is another account in the next answer: its number counts as missing. */
  readonly id?: string | undefined;
  readonly institutionNumber?: string | null | undefined;
  readonly transitNumber?: string | null | undefined;
  readonly accountNumber?: string | null | undefined;
}

/** The three numbers in their canonical form: digits only. `null` for a number that is missing or that no debit can use. */
export interface AccountNumbers {
  /** Three digits. */
  readonly institutionNumber: string | null;
  /** Five digits. */
  readonly transitNumber: string | null;
  /** 5–12 digits; its zeros are kept. */
  readonly accountNumber: string | null;
  /** The transit number came with four digits and got its leading zero back. */
  readonly transitZeroRestored: boolean;
  /** 5 or 6 digits: some institutions have such numbers, but a digit may also be missing. */
  readonly isShortAccountNumber: boolean;
}

/**
 * The one place that decides whether a number can be used, and in which form (docs/flinks/payments-canada.md 7). The
 * assessment, the presence flags, duplicates, routing strings and EFT instructions all read through it. A number with
 * anything but digits, spaces and single dashes (a letter, `X`, `•`, `*`, `---`), of another length or all zeros is `null`;
 * so is an account number with its own transit or institution in front (`00042-9990001`), which is two numbers.
 *
 * @example
 * readAccountNumbers({ institutionNumber: '0003', transitNumber: '1234', accountNumber: '1234-567' });
 * // { institutionNumber: '003', transitNumber: '01234', accountNumber: '1234567', transitZeroRestored: true, … }
 */
export function readAccountNumbers(raw: RawAccountNumbers): AccountNumbers {
  const route = readRoute(raw.transitNumber ?? '', raw.institutionNumber ?? '');
  const account = withoutSeparators(raw.accountNumber ?? '');
  const isOwn = !isStandInId(raw.id ?? '') && !startsWithRoute(raw.accountNumber ?? '', route);
  const accountNumber = isOwn && /^\d{5,12}$/.test(account) ? usable(account) : null;
  return {
    ...route,
    accountNumber,
    isShortAccountNumber: accountNumber !== null && accountNumber.length < 7,
  };
}

/** An institution number as three digits: `003` and `0003` are one. `null` for anything else. */
export function readInstitutionNumber(raw: string): string | null {
  return usable(/^0?(\d{3})$/.exec(withoutSeparators(raw))?.[1]);
}

/**
 * Where an account is kept, as Canadian payments write it: `0IIITTTTT` for electronic payments, or `TTTTT-III` as on
 * a cheque. `null` unless both numbers can be read.
 */
export function formatRouting(
  account: Pick<RawAccountNumbers, 'institutionNumber' | 'transitNumber'>,
  form: RoutingForm = 'electronic',
): string | null {
  const { institutionNumber, transitNumber } = readAccountNumbers(account);
  if (institutionNumber === null || transitNumber === null) return null;
  return form === 'electronic'
    ? `0${institutionNumber}${transitNumber}`
    : `${transitNumber}-${institutionNumber}`;
}

/** `electronic`: nine digits, as EFT files and US-style routing fields want. `cheque`: as printed on paper. */
export type RoutingForm = 'electronic' | 'cheque';

type Route = Pick<AccountNumbers, 'institutionNumber' | 'transitNumber' | 'transitZeroRestored'>;

function readRoute(rawTransit: string, rawInstitution: string): Route {
  const transit = withoutSeparators(rawTransit);
  const institutionNumber = readInstitutionNumber(rawInstitution);
  if (/^\d{4,5}$/.test(transit)) {
    const isAlone = !startsWithRoute(rawTransit, { institutionNumber });
    const transitNumber = isAlone ? usable(transit.padStart(5, '0')) : null;
    return {
      institutionNumber,
      transitNumber,
      transitZeroRestored: transitNumber !== null && transit.length === 4,
    };
  }
  // Both numbers in one field. Its separators decide which form it is: `00042-0009` is no bank `004` and branch `20009`.
  const text = plainText(rawTransit);
  const electronic = /^0[ -]*(\d{3})[ -]*(\d{5})$/.exec(text);
  const cheque = /^(\d{5})[ -]+0?(\d{3})$/.exec(text);
  const embedded = isMaskedNumber(text) ? null : usable(electronic?.[1] ?? cheque?.[2]);
  const contradicts = rawInstitution.trim() !== '' && institutionNumber !== embedded;
  if (embedded === null || contradicts) {
    return { institutionNumber, transitNumber: null, transitZeroRestored: false };
  }
  return {
    institutionNumber: embedded,
    transitNumber: usable(electronic?.[2] ?? cheque?.[1]),
    transitZeroRestored: false,
  };
}

// The digits before the first separator, where they are one of the two numbers, or both, in any length with zeros in front.
function startsWithRoute(number: string, { institutionNumber, transitNumber }: Partial<Route>): boolean {
  const [, first] = /^0*(\d+)[ -]/.exec(plainText(number)) ?? [];
  const route = [institutionNumber, transitNumber, `${institutionNumber}${transitNumber}`];
  return first !== undefined && route.some((part) => part?.replace(/^0+/, '') === first);
}

function withoutSeparators(number: string): string {
  return isMaskedNumber(number) ? '' : plainText(number).replace(/[ -]/g, '');
}

// A number of zeros stands for "none" in a bank's file.
function usable(digits: string | undefined): string | null {
  return digits === undefined || /^0*$/.test(digits) ? null : digits;
}
