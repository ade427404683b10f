import type { Clock } from '@flinks-kit/core';
import type { FlinksServer } from '@flinks-kit/server';

/** Calls `maintain()` every minute, as every server with the kit should. Returns a function that stops it. */
export function scheduleMaintenance(flinks: FlinksServer, clock: Clock): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let cancel = (): void => undefined;
  const plan = (): void => {
    cancel = clock.after(60_000, () => {
      running = flinks
        .maintain()
        .catch((cause: unknown) =>
          console.warn(
            'maintain() failed, so due clean-up waits; the demo calls it again in a minute.',
            cause,
          ),
        )
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
