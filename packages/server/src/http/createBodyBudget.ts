import { refusal } from '../common/refusals.ts';

/**
 * Bounds the bytes of bodies that are held at once, of all callers together. When the budget is used up, the body that has
 * been read for the longest time is refused: a sender who never ends keeps no honest one out.
 */
export function createBodyBudget(mostBytes: number): BodyBudget {
  // In the order in which they came.
  const bodies = new Set<HeldBody>();
  let heldBytes = 0;

  function free(body: HeldBody): void {
    if (!bodies.delete(body)) return;
    heldBytes -= body.bytes;
  }

  function hold(body: HeldBody, bytes: number): void {
    if (!bodies.has(body)) throw refusal('too-many-requests');
    body.bytes += bytes;
    heldBytes += bytes;
    for (const oldest of bodies) {
      if (heldBytes <= mostBytes) return;
      if (oldest.isRead) continue;
      free(oldest);
      oldest.abort.abort();
      if (oldest === body) throw refusal('too-many-requests');
    }
    if (heldBytes > mostBytes) throw refusal('too-many-requests');
  }

  return {
    async run(work) {
      const body: HeldBody = { bytes: 0, isRead: false, abort: new AbortController() };
      bodies.add(body);
      try {
        return await work({
          hold: (bytes) => hold(body, bytes),
          signal: body.abort.signal,
          noteRead: () => void (body.isRead = true),
        });
      } finally {
        free(body);
      }
    },
    bytes: () => heldBytes,
  };
}

/** See `createBodyBudget`. */
export interface BodyBudget {
  /** Runs work that reads one body and uses it: its bytes count until the work is over. */
  run<Result>(work: (held: BodyHold) => Promise<Result>): Promise<Result>;
  /** How many bytes are held now. */
  bytes(): number;
}

/** The part of a budget that one body has. */
export interface BodyHold {
  /** Counts bytes that were read. Throws a refusal when the budget has no space for them. */
  readonly hold: (bytes: number) => void;
  /** Aborted when the body must be given up for newer ones. */
  readonly signal: AbortSignal;
  /** The body is whole: it is given up no more. */
  readonly noteRead: () => void;
}

interface HeldBody {
  bytes: number;
  isRead: boolean;
  readonly abort: AbortController;
}
