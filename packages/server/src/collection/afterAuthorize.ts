import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import type { CollectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { afterFailure } from './afterFailure.ts';

/**
 * How a collection goes on after an Authorize. A cached Authorize replays the error of the last refresh, and its
 * RequestId may still be used for the older data (docs/flinks/api.md 2.2).
 */
export function afterAuthorize(
  context: Pick<ServerContext, 'clock' | 'timing'>,
  collection: CollectionRecord,
  answer: FlinksAnswer,
): Partial<CollectionRecord> {
  const { requestId, flinksCode } = answer;
  const now = context.clock.now();
  if (answer.kind === 'pending' && now - collection.startedAt <= context.timing.processingMs) {
    return { nextAt: now + context.timing.asyncPollMs };
  }
  if (answer.kind === 'challenge') return { phase: 'stopped', flinksCode };
  if (answer.kind !== 'pending' && requestId !== null) return { phase: 'summary', requestId, flinksCode };
  if (answer.kind === 'refused' && judgeFlinksCode(flinksCode) === 'needs-user') {
    return { phase: 'stopped', flinksCode };
  }
  return afterFailure(context, collection, flinksCode);
}
