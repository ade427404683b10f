import type { Clock } from '@flinks-kit/core';

/** Waits for work, but no longer than `limit`; answers whether the work was done. The work goes on either way. */
export async function waitAtMost(clock: Clock, limit: number, work: Promise<unknown>): Promise<boolean> {
  let cancel = () => {};
  const late = new Promise<boolean>((resolve) => {
    cancel = clock.after(limit, () => resolve(false));
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    cancel();
  }
}
