import { maskAccountNumber, visibleEnd } from './maskAccountNumber.ts';
import { type AccountNumbers, readAccountNumbers } from './readAccountNumbers.ts';

/**
 * Which incoming accounts are linked already: a second connection to the same bank shows the same accounts again, under
 * new ids where Flinks made a new login. Takes `Account` (server side, where full numbers decide) and
 * `ConnectedAccount` (browser side, where a mask can only make it likely). Each account is paired at most once.
 */
export function findDuplicateAccounts<Linked extends ComparableAccount, Incoming extends ComparableAccount>(
  linked: readonly Linked[],
  incoming: readonly Incoming[],
): readonly DuplicateAccount<Linked, Incoming>[] {
  const free = new Set(linked);
  return incoming.flatMap((account) => {
    const found = bestMatch(account, free);
    if (found === null) return [];
    free.delete(found.linked);
    return [{ ...found, incoming: account }];
  });
}

/** Two accounts that are one. */
export interface DuplicateAccount<Linked, Incoming> {
  readonly linked: Linked;
  readonly incoming: Incoming;
  /** `same`: one id, or one full number at one place. `likely`: all that is visible agrees. */
  readonly certainty: 'same' | 'likely';
}

/** What a comparison looks at. */
export interface ComparableAccount {
  readonly id: string;
  readonly title: string | null;
  readonly category: string;
  readonly type: string | null;
  readonly currency: string | null;
  readonly lastFourDigits?: string | null | undefined;
  readonly mask?: string | null | undefined;
  readonly accountNumber?: string | null | undefined;
  readonly transitNumber?: string | null | undefined;
  readonly institutionNumber?: string | null | undefined;
}

function bestMatch<Linked extends ComparableAccount>(account: ComparableAccount, free: ReadonlySet<Linked>) {
  let likely: Linked | null = null;
  for (const linked of free) {
    const certainty = compare(linked, account);
    if (certainty === 'same') return { linked, certainty };
    if (certainty === 'likely') likely ??= linked;
  }
  return likely === null ? null : { linked: likely, certainty: 'likely' as const };
}

function compare(first: ComparableAccount, second: ComparableAccount): 'same' | 'likely' | 'different' {
  if (first.id === second.id) return 'same';
  const one = readAccountNumbers(first);
  const other = readAccountNumbers(second);
  if (isComplete(one) && isComplete(other)) return compareNumbers(one, other);

  const firstEnd = shownEnd(first);
  if (firstEnd === null || firstEnd !== shownEnd(second)) return 'different';
  const looksTheSame =
    first.category === second.category &&
    first.currency === second.currency &&
    first.title === second.title &&
    first.type === second.type;
  return looksTheSame ? 'likely' : 'different';
}

// A number alone is no identity: two banks may give the same one. Some banks write an account's leading zeros only at
// times, so numbers that differ in nothing else are likely one.
function compareNumbers(one: AccountNumbers, other: AccountNumbers): 'same' | 'likely' | 'different' {
  const isOnePlace =
    one.institutionNumber === other.institutionNumber && one.transitNumber === other.transitNumber;
  if (!isOnePlace) return 'different';
  if (one.accountNumber === other.accountNumber) return 'same';
  return withoutZeros(one.accountNumber) === withoutZeros(other.accountNumber) ? 'likely' : 'different';
}

const withoutZeros = (number: string | null): string | undefined => number?.replace(/^0+/, '');

function isComplete({ institutionNumber, transitNumber, accountNumber }: AccountNumbers): boolean {
  return institutionNumber !== null && transitNumber !== null && accountNumber !== null;
}

function shownEnd({ mask, lastFourDigits, accountNumber }: ComparableAccount): string | null {
  const end = visibleEnd(mask ?? maskAccountNumber(accountNumber ?? null, lastFourDigits) ?? '');
  return end === '' ? null : end;
}
