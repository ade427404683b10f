import { FlinksKitError, type DeletionOutcome } from '@flinks-kit/core';
import { connectionsOfLogin } from '../connections/connectionsOfLogin.ts';
import { judgeFreshness } from '../connections/judgeFreshness.ts';
import { removeOwner } from '../connections/owners.ts';
import { takeLogin } from '../connections/withLogin.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { ConnectionRecord, TombstoneRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { switchNightlyRefresh } from '../refresh/switchNightlyRefresh.ts';

/**
 * Takes a removal as far as it goes: our rows first, then the card at Flinks, unless another connection still needs
 * it. Every step may be repeated.
 */
export async function finishDeletion(
  context: ServerContext,
  tombstone: TombstoneRecord,
): Promise<DeletionOutcome> {
  const { id, userId, login, status } = tombstone;
  await context.collections.remove(id);
  await context.connections.remove(id);
  if (status !== 'deleting' || login === null) return { status };
  await removeOwner(context, userId, login, id);
  await forgetSessions(context, tombstone, login);
  await forgetInbox(context, tombstone, login);

  const outcome = await deleteAtFlinks(context, login, tombstone);
  const now = context.clock.now();
  await context.tombstones.update(id, (current) =>
    outcome === 'deleting'
      ? { ...current, attempts: current.attempts + 1, nextAt: now + waitAfter(current.attempts) }
      : { ...current, status: outcome, login: null, nextAt: now + context.timing.tombstoneKeptMs },
  );
  return { status: outcome };
}

async function deleteAtFlinks(
  context: ServerContext,
  login: Sealed,
  tombstone: TombstoneRecord,
): Promise<DeletionOutcome['status']> {
  // Whoever links this login now must be seen first: the card may be theirs.
  const release = await takeLogin(context, login, { waitMs: 0, holdMs: longestDeletion(context) });
  if (release === null) return 'deleting';
  try {
    // One that was refused is known to be no owner's: whoever got hold of a LoginId must not keep its card at Flinks.
    const others = (await connectionsOfLogin(context, login.reveal())).filter(({ refused }) => !refused);
    if (others.length > 0) {
      if (tombstone.unproved === null) await leaveNightlyRefresh(context, others);
      return 'shared';
    }
    const standing = await standingOf(context, login, tombstone);
    if (standing !== 'owned') return standing;
    // Kept, since asking opens a session at Flinks, and a card in a session can't be deleted: the next try only deletes.
    if (tombstone.unproved !== null) {
      await context.tombstones.update(tombstone.id, (current) => ({ ...current, unproved: null }));
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

/** Whoever wanted the nightly refresh may just have left; Flinks bills it. */
async function leaveNightlyRefresh(
  context: ServerContext,
  others: readonly ConnectionRecord[],
): Promise<void> {
  const [on] = others.filter(({ provisional, nightlyRefresh }) => !provisional && nightlyRefresh === true);
  if (on === undefined || others.some(({ wantsNightlyRefresh }) => wantsNightlyRefresh)) return;
  await switchNightlyRefresh(context, on, false);
}

// A token, a question, a token and the deletion itself, each as long as Flinks may take.
const longestDeletion = ({ timing }: ServerContext): number => 4 * (timing.syncHoldMs + 10_000);

/**
 * Whether the card is this user's to delete. One that was never proved is asked about once more: it may be somebody
 * else's, whose id this user got hold of, and then only our own rows go.
 */
async function standingOf(
  context: ServerContext,
  login: Sealed,
  { unproved, createdAt }: TombstoneRecord,
): Promise<'owned' | 'deleted' | 'deleting'> {
  if (unproved === null) return 'owned';
  const answer = await context.flinks.authorize({ login, live: false, language: 'en' });
  const verdict = judgeFreshness(context.timing, unproved, answer);
  if (verdict === 'fresh') return 'owned';
  return verdict === 'stale' || context.clock.now() - createdAt > longestDoubtMs ? 'deleted' : 'deleting';
}

// Flinks answers, and does not tell: after a day it never will, and a card that may be a stranger's is left alone.
const longestDoubtMs = 24 * 60 * 60_000;

/** A session keeps the login that it linked: it goes with the connection. One that linked after the deletion stays. */
async function forgetSessions(
  context: ServerContext,
  { userId, createdAt }: TombstoneRecord,
  login: Sealed,
): Promise<void> {
  for await (const { id, standing } of context.sessions.each({ userId })) {
    if (standing.status === 'open') continue;
    const { login: linked, claimedAt } = standing.intent;
    if (linked.reveal() === login.reveal() && claimedAt <= createdAt) await context.sessions.remove(id);
  }
}

/** What is still to be read for this login; another owner's accounts come from Flinks again. */
async function forgetInbox(
  context: ServerContext,
  { createdAt }: TombstoneRecord,
  login: Sealed,
): Promise<void> {
  const loginKeys = await context.vault.fingerprints(login.reveal());
  for await (const { id, receivedAt } of context.inbox.each({ loginKeys })) {
    if (receivedAt <= createdAt) await context.inbox.remove(id);
  }
}

// CARD_IN_USE lasts as long as the card is processed: half an hour at most (docs/flinks/api.md 2.11, 3.3).
const waitAfter = (attempts: number): number => Math.min(60_000 * 2 ** attempts, 60 * 60_000);
