import { FlinksKitError } from '@flinks-kit/core';
import type { FlinksAnswer } from './FlinksAnswer.ts';
import { judgeFlinksCode } from './judgeFlinksCode.ts';

/**
 * Why Flinks gave no authorize token: it is busy, which passes (`flinks-busy`), or it does not take our keys, which
 * the operator has to mend (`flinks-keys-refused`). An answer without a code is the latter's (docs/flinks/api.md 1.4).
 */
export function tokenRefused({ kind, flinksCode }: FlinksAnswer): FlinksKitError {
  const verdict = judgeFlinksCode(flinksCode);
  const ours = flinksCode === null || verdict === 'refused' || verdict === 'needs-user';
  if (kind === 'pending' || !ours) {
    return new FlinksKitError(
      'Flinks gives no authorize token at the moment, so no session can begin. Try again later; the keys are not the reason.',
      { code: 'flinks-busy', flinksCode, retry: true },
    );
  }
  return new FlinksKitError(
    'Flinks gave no authorize token, so no session can begin. Check the secret key, the customer id and the instance in the flinks options: "npx flinks-kit doctor" tries each.',
    { code: 'flinks-keys-refused', flinksCode, retry: false },
  );
}
