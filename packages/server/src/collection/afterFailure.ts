import type { FlinksCode } from '@flinks-kit/core/wire';
import type { CollectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * How a collection goes on after a step came to nothing: later, from a new Authorize, and not for ever. The waits
 * grow, and differ a little between connections, so that a bank that comes back is not met by everybody at once.
 */
export function afterFailure(
  { clock }: Pick<ServerContext, 'clock'>,
  collection: CollectionRecord,
  flinksCode: FlinksCode | null,
): Partial<CollectionRecord> {
  const failures = collection.failures + 1;
  const wait = waits[failures - 1];
  if (wait === undefined) return { phase: 'stopped', failures, flinksCode, requestId: null };
  const nextAt = clock.now() + Math.round(wait * (1 + jitterOf(collection.run)));
  return { phase: 'authorize', requestId: null, failures, flinksCode, startedAt: nextAt, nextAt };
}

const waits: readonly number[] = [10_000, 30_000, 120_000, 600_000];

// 0 to 0.25, from the random name of the run: different for each, the same in each process.
const jitterOf = (run: string): number => (run.charCodeAt(0) % 16) / 64;
