import type { Sealed } from '../crypto/Sealed.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Runs `work` with the login's lease, so that no other process decides about the login: a card must not be deleted at
 * Flinks while a user links it. Waits for the current holder; refuses (`unavailable`) when that takes too long.
 */
export async function withLogin<Result>(
  context: ServerContext,
  login: Sealed,
  work: () => Promise<Result>,
): Promise<Result> {
  const { linkWaitMs } = context.timing;
  const [key = ''] = await leaseKeys(context, login);
  return context.loginQueue(key, async () => {
    const release = await takeLogin(context, login, {
      waitMs: linkWaitMs,
      holdMs: linkWaitMs + fixedTiming.leaseMarginMs,
    });
    if (release === null) throw refusal('unavailable');
    return work().finally(release);
  });
}

/** Takes the login's lease and returns how to release it; `null` when another holder kept it for `waitMs`. */
export async function takeLogin(
  context: ServerContext,
  login: Sealed,
  { waitMs, holdMs }: LoginClaim,
): Promise<(() => Promise<void>) | null> {
  const { clock } = context;
  const giveUpAt = clock.now() + waitMs;
  for (;;) {
    const release = await takeAll(context, login, holdMs);
    if (release !== null || clock.now() >= giveUpAt) return release;
    await new Promise<void>((resume) => clock.after(fixedTiming.leaseRetryMs, resume));
  }
}

/** Takes the lease of every key, or none: while keys rotate, two processes share at least one key, at any place. */
async function takeAll(
  context: ServerContext,
  login: Sealed,
  holdMs: number,
): Promise<(() => Promise<void>) | null> {
  const { store, clock } = context;
  const holder = context.newId();
  const taken: string[] = [];
  const release = async (): Promise<void> => {
    for (const key of taken) await store.release(key, holder);
  };
  for (const key of await leaseKeys(context, login)) {
    const now = clock.now();
    const latestUntil = now + longestDeletionMs(context);
    if (!(await store.lease({ key, holder, now, until: now + holdMs, latestUntil }))) {
      await release();
      return null;
    }
    taken.push(key);
  }
  return release;
}

/** How long to wait for a login, and how long it may be held by a process that dies with it. Milliseconds. */
export interface LoginClaim {
  readonly waitMs: number;
  readonly holdMs: number;
}

/** How long a deletion may hold a login, which is the longest: a token, a question, a token and the deletion itself. */
export const longestDeletionMs = ({ timing }: ServerContext): number =>
  4 * (timing.syncHoldMs + fixedTiming.callMarginMs);

// Sorted, so that two processes that list the keys in different orders never wait for each other.
async function leaseKeys({ vault }: ServerContext, login: Sealed): Promise<readonly string[]> {
  return (await vault.fingerprints(login.reveal())).map((fingerprint) => `login:${fingerprint}`).toSorted();
}
