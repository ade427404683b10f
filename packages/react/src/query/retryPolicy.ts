import { FlinksKitError } from '@flinks-kit/core';

/** Three tries, and only where the same call may succeed: an error of ours says so itself. */
export function retryPolicy(failures: number, error: Error): boolean {
  if (error instanceof FlinksKitError && !error.retry) return false;
  return failures < 2;
}
