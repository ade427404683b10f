import type { ConnectionHealth } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';

/** How a connection is after an Authorize: whose turn it is. `pending` while data is still to be collected. */
export function healthAfterAuthorize(answer: FlinksAnswer | null): ConnectionHealth {
  if (answer?.kind === 'challenge') return { status: 'needs-user', flinksCode: answer.flinksCode };
  if (answer?.kind === 'refused') return healthOfCode(answer.flinksCode);
  return { status: 'pending', flinksCode: null };
}

/** The health that a refusal means. */
export function healthOfCode(flinksCode: FlinksCode | null): ConnectionHealth {
  const status = judgeFlinksCode(flinksCode) === 'needs-user' ? 'needs-user' : 'unavailable';
  return { status, flinksCode };
}
