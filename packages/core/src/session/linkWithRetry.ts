import type { Clock } from '../internal/clock.ts';

/**
 * Repeats a call to our server until it is answered: three tries, with room between them. The bank login exists
 * already, so a lost answer must not lose it; our server gives the same answer each time. A refusal that says
 * `retry: false` is an answer too.
 */
export async function linkWithRetry<Answer>(
  call: (signal: AbortSignal) => Promise<Answer>,
  clock: Clock,
  [pause, ...later]: readonly number[] = [1_000, 4_000],
): Promise<Answer> {
  try {
    return await withDeadline(call, clock);
  } catch (cause) {
    if (pause === undefined || !mayRetry(cause)) throw cause;
    await new Promise<void>((resume) => clock.after(pause, resume));
    return linkWithRetry(call, clock, later);
  }
}

/** Could the same call succeed later? Unless the cause says no. */
export function mayRetry(cause: unknown): boolean {
  return Reflect.get(Object(cause), 'retry') !== false;
}

// An answer that never comes counts as lost, whether or not the client heeds its signal.
function withDeadline<Answer>(call: (signal: AbortSignal) => Promise<Answer>, clock: Clock): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = clock.after(60_000, () => {
      controller.abort();
      reject(controller.signal.reason);
    });
    call(controller.signal).then(resolve, reject).finally(stop);
  });
}
