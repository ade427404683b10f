import type { ServerContext } from '../context/ServerContext.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { LinkAttempt, LinkedSession } from '../store/records.ts';

/** The links of this user and login that did not end verified, as long as they count. */
export async function readAttempts(
  context: ServerContext,
  userId: string,
  login: Sealed,
): Promise<readonly LinkAttempt[]> {
  const since = context.clock.now() - context.timing.linkAttemptsMs;
  const records = await Promise.all(
    (await attemptIds(context, userId, login)).map((id) => context.attempts.get(id)),
  );
  return records.flatMap((record) => record?.attempts ?? []).filter(({ at }) => at > since);
}

/**
 * Whether this user linked this login too often without being verified. Only this pair is limited: neither the
 * login's owner nor the user's other logins are.
 */
export const hasTooManyLinks = (attempts: readonly LinkAttempt[], tag: string): boolean =>
  // The same session, sent again, is one link.
  attempts.filter((attempt) => attempt.tag !== tag).length >= mostAttempts;

/** Counts a link that did not end verified. */
export async function recordAttempt(
  context: ServerContext,
  userId: string,
  login: Sealed,
  attempt: LinkAttempt,
): Promise<void> {
  const [id = ''] = await attemptIds(context, userId, login);
  if (await context.attempts.insert({ id, userId, attempts: [attempt] })) return;
  const since = context.clock.now() - context.timing.linkAttemptsMs;
  await context.attempts.update(id, (current) => {
    const others = current.attempts.filter(({ tag, at }) => tag !== attempt.tag && at > since);
    return { ...current, attempts: [...others, attempt] };
  });
}

/** A link that was verified after all counts no longer. */
export async function removeAttempt(
  context: ServerContext,
  userId: string,
  login: Sealed,
  tag: string,
): Promise<void> {
  for (const id of await attemptIds(context, userId, login)) {
    await context.attempts.update(id, (current) =>
      current.attempts.some((attempt) => attempt.tag === tag)
        ? { ...current, attempts: current.attempts.filter((attempt) => attempt.tag !== tag) }
        : current,
    );
  }
}

const mostAttempts = 5;

/**
 * Of two users who rest on one sign-in, the one whose session was opened first: who waits for another user's sign-in has
 * to open a session before it. That link counts, and the other does not, whichever came first: an owner whose sign-ins a
 * thief links is not limited.
 */
export const waitedFor = (
  one: Pick<LinkedSession, 'openedAt'>,
  other: Pick<LinkedSession, 'openedAt'>,
): boolean => one.openedAt < other.openedAt;

// Keyed, as the ids of owners are. One id per encryption key, the newest key's first.
const attemptIds = ({ vault }: ServerContext, userId: string, login: Sealed) =>
  vault.fingerprints(JSON.stringify(['attempts', userId, login.reveal()]));
