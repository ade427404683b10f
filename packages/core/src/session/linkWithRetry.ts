import type { Clock } from '../internal/clock.ts';
import { isOffline } from './listen.ts';

/**
 * Repeats a call to our server until it is answered: three tries with pauses between them. The bank login exists
 * already, so a lost answer must not lose it; our server gives the same answer each time. A refusal with
 * `retry: false` is an answer too. A try without a network does not count.
 */
export async function linkWithRetry<Answer>(
  call: (signal: AbortSignal) => Promise<Answer>,
  clock: Clock,
  pauses: readonly number[] = [1_000, 4_000],
): Promise<Answer> {
  try {
    return await withDeadline(call, clock);
  } catch (cause) {
    const [pause, ...later] = lacksNetwork(cause) ? [1_000, ...pauses] : pauses;
    if (!pause || !canRetry(cause)) throw cause;
    await new Promise<void>((resume) => clock.after(pause, resume));
    return linkWithRetry(call, clock, later);
  }
}

/** Could the same call succeed later? Yes, unless the error has `retry: false`. */
export function canRetry(cause: unknown): boolean {
  const { retry }: Foreign = Object(cause);
  return retry !== false;
}

/** Did the call fail for want of a network? An answer overrules what the browser reports. */
export function lacksNetwork(cause: unknown): boolean {
  const { status }: Foreign = Object(cause);
  return !status && isOffline();
}

interface Foreign {
  readonly retry?: unknown;
  readonly status?: unknown;
}

/** How long to wait between two requests for the status of a session that is being linked. Our server gives Flinks 15 s to confirm a login. */
export const linkedPauses: readonly number[] = [1_000, 4_000, 10_000, 20_000, 25_000];

// An answer that never comes counts as lost, whether or not the client heeds its signal.
function withDeadline<Answer>(call: (signal: AbortSignal) => Promise<Answer>, clock: Clock): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = clock.after(60_000, () => {
      controller.abort();
      reject();
    });
    // A client that throws at once, or returns no promise, has given its answer, too.
    Promise.resolve(controller.signal).then(call).then(resolve, reject).finally(stop);
  });
}
