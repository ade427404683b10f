import type { Clock } from '@flinks-kit/core';
import type { Records } from './createRecords.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Does `work` for every row of a kind that is due, one after the other, and answers for how many it answered `true`.
 * A row that does not open, and one whose work fails, keep no other row waiting: neither at this run nor at the next.
 */
export async function forEachDue<Value>(
  { clock }: { readonly clock: Clock },
  tally: MaintenanceTally,
  records: Pick<Records<Value>, 'each'>,
  work: (value: Value) => Promise<boolean>,
): Promise<number> {
  const endAt = clock.now() + fixedTiming.longestJobMs;
  let done = 0;
  const due = records.each({ dueBefore: clock.now() + 1 }, (row) => tally.noteUnreadable(row));
  for await (const value of due) {
    // The rest is due at the next run; the other jobs have their turn at this one.
    if (clock.now() > endAt) break;
    try {
      if (await work(value)) done += 1;
    } catch (cause) {
      tally.noteFailure(cause);
    }
  }
  return done;
}

/** What goes wrong in one run of `maintain()`. */
export interface MaintenanceTally {
  /** One row could not be worked on: it is tried again at the next run. */
  readonly noteFailure: (cause: unknown) => void;
  readonly noteUnreadable: (row: { readonly kind: string; readonly id: string }) => void;
}
