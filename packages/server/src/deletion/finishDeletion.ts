import { FlinksKitError, type DeletionOutcome } from '@flinks-kit/core';
import { connectionsOfLogin, isVerified, isWithheld } from '../connections/connections.ts';
import { placeInSession } from '../connections/judgeLogin.ts';
import { forgetIdentityKey } from '../connections/identifyAccounts.ts';
import { hiddenOwners, removeOwner } from '../connections/owners.ts';
import { longestDeletionMs, takeLogin } from '../connections/withLogin.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { ConnectionRecord, TombstoneRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { switchNightlyRefresh } from '../refresh/switchNightlyRefresh.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Takes a deletion as far as it goes: our rows first, then the card at Flinks, unless another connection still needs
 * it. Every step may be repeated.
 */
export async function finishDeletion(
  context: ServerContext,
  begun: TombstoneRecord,
): Promise<DeletionOutcome> {
  // While the connection is there: nothing else shows the doubt after a crash, or to a second tab.
  const tombstone = await withDoubt(context, begun);
  const { id, userId, login, status } = tombstone;
  await removeRows(context, id);
  await forgetIdentityKey(context, userId);
  if (status !== 'deleting' || login === null) return { status };
  await removeOwner(context, userId, login, id);
  await forgetInbox(context, tombstone, login, await forgetSessions(context, tombstone, login));

  const outcome = await deleteAtFlinks(context, login, tombstone);
  const now = context.clock.now();
  await context.tombstones.update(id, (current) =>
    outcome === 'deleting'
      ? { ...current, attempts: current.attempts + 1, dueAt: now + waitAfter(current.attempts) }
      : { ...current, status: outcome, login: null, dueAt: now + context.timing.tombstoneKeptMs },
  );
  return { status: outcome };
}

/** Another user's link may have put the login in doubt since the connection was read: then the card is not this user's. */
async function withDoubt(context: ServerContext, tombstone: TombstoneRecord): Promise<TombstoneRecord> {
  const connection = await context.connections.get(tombstone.id);
  if (connection === null || isVerified(connection) || tombstone.unverified !== null) return tombstone;
  const unverified = await unverifiedWindow(context, connection);
  const doubted = await context.tombstones.update(tombstone.id, (current) => ({ ...current, unverified }));
  return doubted ?? tombstone;
}

/**
 * When the login must have been made to be this user's; an empty window where another user's claim is in doubt, too, and
 * where only a signed delivery shows whose a login is.
 */
export async function unverifiedWindow(
  context: ServerContext,
  connection: ConnectionRecord,
): Promise<TombstoneRecord['unverified']> {
  if (isVerified(connection)) return null;
  const { userId, login, session, verification } = connection;
  if (verification.status === 'unverified' && context.freshness === 'webhook') return nobodysWindow;
  const known = isWithheld(connection) ? await connectionsOfLogin(context, login.reveal()) : [];
  // The card stays at Flinks, also when the other user's connection has expired by then.
  if (known.some((other) => other.userId !== userId)) return nobodysWindow;
  return { freshFrom: session.freshFrom, linkedAt: session.linkedAt };
}

// No sign-in lies in it.
const nobodysWindow = { freshFrom: 0, linkedAt: 0 };

/** Removes the rows of a connection. After a crash between two of them nothing but the connection may be left. */
export async function removeRows({ collections, connections }: ServerContext, id: string): Promise<void> {
  await collections.remove(id);
  await connections.remove(id);
  // A read may have begun to collect just before the connection was gone; from here on none does.
  await collections.remove(id);
}

async function deleteAtFlinks(
  context: ServerContext,
  login: Sealed,
  tombstone: TombstoneRecord,
): Promise<DeletionOutcome['status']> {
  // A user who links this login now comes first: the card may be theirs.
  const release = await takeLogin(context, login, { waitMs: 0, holdMs: longestDeletionMs(context) });
  if (release === null) return 'deleting';
  try {
    // A rejected login is not its user's: a user who got hold of a LoginId must not keep its card at Flinks.
    const known = await connectionsOfLogin(context, login.reveal());
    const others = known.filter(({ verification }) => verification.status !== 'rejected');
    if (others.length > 0) {
      if (tombstone.unverified === null) await leaveNightlyRefresh(context, others);
      // An unverified connection is verified or removed within a day; until then the card may be needed.
      return others.some(isVerified) ? 'shared' : 'deleting';
    }
    // A process with newer keys knows whether the card is needed, and maintain() runs there. After a day none does.
    const isYoung = context.clock.now() - tombstone.createdAt <= fixedTiming.deletionDoubtMs;
    const hidden = (await hiddenOwners(context, login, known)).some(
      ({ connectionId }) => connectionId !== tombstone.id,
    );
    if (hidden && isYoung) return 'deleting';
    // Read with the login's lease: the login may have come in doubt since the deletion began.
    const { unverified } = (await context.tombstones.get(tombstone.id)) ?? tombstone;
    const ownership = await checkOwnership(context, login, { ...tombstone, unverified });
    if (ownership !== 'owned') return ownership;
    // Kept, since asking opens a session at Flinks, and a card in a session can't be deleted: the next try only deletes.
    if (unverified !== null) {
      await context.tombstones.update(tombstone.id, (current) => ({ ...current, unverified: null }));
    }
    const { kind, flinksCode, requestId } = await context.flinks.deleteCard(login);
    // A login that Flinks does not know is a login that is gone.
    const gone = kind === 'done' || (flinksCode === 'INVALID_LOGIN' && requestId === null);
    return gone ? 'deleted' : 'deleting';
  } catch (cause) {
    if (!(cause instanceof FlinksKitError)) throw cause;
    context.warn('Flinks could not be asked to delete a login; maintain() asks again.', cause);
    return 'deleting';
  } finally {
    await release();
  }
}

/** The user who wanted the nightly refresh may be the one who left; Flinks bills it. */
async function leaveNightlyRefresh(
  context: ServerContext,
  others: readonly ConnectionRecord[],
): Promise<void> {
  const [on] = others.filter((other) => isVerified(other) && other.nightlyRefresh === true);
  if (on === undefined || others.some(({ wantsNightlyRefresh }) => wantsNightlyRefresh)) return;
  await switchNightlyRefresh(context, on, false);
}

/**
 * Whether the card is this user's to delete. Flinks is asked again about an unverified login: it may be another user's,
 * whose LoginId this user got hold of, and then only our own rows are deleted.
 */
async function checkOwnership(
  context: ServerContext,
  login: Sealed,
  { unverified, createdAt }: TombstoneRecord,
): Promise<'owned' | 'deleted' | 'deleting'> {
  if (unverified === null) return 'owned';
  const answer = await context.flinks.authorize({ login, live: false, language: 'en' });
  const place = placeInSession(unverified, answer.login?.lastRefreshAt ?? null, context.timing.skewMs);
  if (place === 'inside') return 'owned';
  // After a day without a usable answer Flinks never gives one, and a card that may be another user's is left alone.
  return place === 'before' || context.clock.now() - createdAt > fixedTiming.deletionDoubtMs
    ? 'deleted'
    : 'deleting';
}

/**
 * A session keeps the login that it linked: it goes with the connection. One that linked after the deletion stays. Answers
 * the tags of those that went.
 */
export async function forgetSessions(
  context: ServerContext,
  { userId, createdAt }: Pick<TombstoneRecord, 'userId' | 'createdAt'>,
  login: Sealed,
): Promise<ReadonlySet<string>> {
  const tags = new Set<string>();
  for await (const { id, tag, status } of context.sessions.each({ userId })) {
    if (status.status === 'open') continue;
    const { login: linked, claimedAt } = status.intent;
    if (linked.reveal() !== login.reveal() || claimedAt > createdAt) continue;
    tags.add(tag);
    await context.sessions.remove(id);
  }
  return tags;
}

/**
 * What is still to be read for this login; another owner's accounts come from Flinks again. What proves whose session it
 * was stays, unless the session was this user's: another user may be about to link.
 */
async function forgetInbox(
  context: ServerContext,
  { createdAt, unverified }: TombstoneRecord,
  login: Sealed,
  ownTags: ReadonlySet<string>,
): Promise<void> {
  const loginKeys = await context.vault.fingerprints(login.reveal());
  for await (const { id, tag, receivedAt } of context.inbox.each({ loginKeys })) {
    const isOwn = tag === null ? unverified === null : ownTags.has(tag);
    if (isOwn && receivedAt <= createdAt) await context.inbox.remove(id);
  }
}

const waitAfter = (attempts: number): number =>
  Math.min(fixedTiming.deletionRetryMs * 2 ** attempts, fixedTiming.longestDeletionRetryMs);
