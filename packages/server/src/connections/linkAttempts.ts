import type { ServerContext } from '../context/ServerContext.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { LinkAttempt } from '../store/records.ts';

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
 * Of two users who rest on one sign-in, the one who had a session open first: who waits for another user's sign-in has to
 * open one before it. That link counts, and the other does not, whichever came first: an owner whose sign-ins a thief links
 * is not limited. Of several sessions of a user the first counts, since who waits may open one after the other.
 */
export async function hasWaited(context: ServerContext, one: Waiting, other: Waiting): Promise<boolean> {
  const [since, otherSince] = await Promise.all([openSince(context, one), openSince(context, other)]);
  return since === otherSince ? one.openedAt < other.openedAt : since < otherSince;
}

/** A user's link, and the sign-in that it rests on. */
export interface Waiting {
  readonly userId: string;
  readonly openedAt: number;
  readonly signedInAt: number | null;
}

/** Since when the user had a session open in which this sign-in could have been made. */
async function openSince(
  { sessions, timing }: ServerContext,
  { userId, openedAt, signedInAt }: Waiting,
): Promise<number> {
  let since = openedAt;
  if (signedInAt === null) return since;
  for await (const { createdAt, status } of sessions.each({ userId })) {
    const closedAt = status.status === 'open' ? createdAt + timing.lateLinkMs : status.intent.claimedAt;
    if (createdAt <= signedInAt && signedInAt <= closedAt) since = Math.min(since, createdAt);
  }
  return since;
}

// Keyed, as the ids of owners are. One id per encryption key, the newest key's first.
const attemptIds = ({ vault }: ServerContext, userId: string, login: Sealed) =>
  vault.fingerprints(JSON.stringify(['attempts', userId, login.reveal()]));
