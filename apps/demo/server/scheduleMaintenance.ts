import type { Clock } from '@flinks-kit/core';
import type { FlinksServer } from '@flinks-kit/server';

/** Finishes and forgets what is due every minute, as any server of the kit does; gives back how to stop that. */
export function maintainOften(flinks: FlinksServer, clock: Clock): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let cancel = (): void => undefined;
  const plan = (): void => {
    cancel = clock.after(60_000, () => {
      running = flinks
        .maintain()
        .catch((cause: unknown) => console.warn('The demo could not tidy up; it tries again.', cause))
        .then(plan);
    });
  };
  plan();
  return async () => {
    cancel();
    await running;
    cancel();
  };
}
