import type { Sealed } from '../crypto/Sealed.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';

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
  return context.loginQueue(await leaseKey(context, login), async () => {
    const release = await takeLogin(context, login, { waitMs: linkWaitMs, holdMs: linkWaitMs + 30_000 });
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
  const { store, clock } = context;
  const key = await leaseKey(context, login);
  const holder = context.newId();
  const giveUpAt = clock.now() + waitMs;
  while (!(await store.lease({ key, holder, now: clock.now(), until: clock.now() + holdMs }))) {
    if (clock.now() >= giveUpAt) return null;
    await new Promise<void>((resume) => clock.after(askAgainMs, resume));
  }
  return () => store.release(key, holder);
}

/** How long to wait for a login, and how long it may be held by a process that dies with it. Milliseconds. */
export interface LoginClaim {
  readonly waitMs: number;
  readonly holdMs: number;
}

const askAgainMs = 250;

async function leaseKey({ vault }: ServerContext, login: Sealed): Promise<string> {
  const [fingerprint = ''] = await vault.fingerprints(login.reveal());
  return `login:${fingerprint}`;
}
