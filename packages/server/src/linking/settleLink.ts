import type { Connection } from '@flinks-kit/core';
import { startCollection } from '../collection/collectAccounts.ts';
import { settleVerdict, waitingOf } from '../collection/judgeAnswer.ts';
import { isRefusalCode, refusal, type RefusalCode } from '../common/refusals.ts';
import { isVerified, mostOwners } from '../connections/connections.ts';
import { isShared, judgeLogin } from '../connections/judgeLogin.ts';
import {
  hasTooManyLinks,
  hasWaited,
  readAttempts,
  recordAttempt,
  removeAttempt,
} from '../connections/linkAttempts.ts';
import { isBound, readLogin, readLoginFacts, toLinkedSession } from '../connections/loginFacts.ts';
import { claimOwner, findOwner } from '../connections/owners.ts';
import { toConnection } from '../connections/toConnection.ts';
import { withLogin } from '../connections/withLogin.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { ConnectionRecord, LinkIntent, SessionRecord, SessionStatusRecord } from '../store/records.ts';
import { applyPendingDeliveries } from '../webhooks/applyDelivery.ts';
import { askAboutLogin } from './askAboutLogin.ts';
import { keepConnection } from './keepConnection.ts';

/**
 * Carries a stored intent out: asks Flinks about the login, decides, and writes connection, collection and session.
 * Every step may be repeated, so a retry or `maintain()` finishes a half-done link by running it again.
 */
export async function settleLink(context: ServerContext, session: SessionRecord): Promise<Connection> {
  const { status } = session;
  if (status.status === 'open') throw refusal('session-not-found');
  return withLogin(context, status.intent.login, async () => {
    // Read again with the login's lease: another process may have settled the link, and its user deleted it since.
    const current = await context.sessions.get(session.id);
    if (current === null || current.status.status === 'open') throw refusal('session-not-found');
    if (current.status.status !== 'linking') return answerAgain(context, current.status);
    return decide(context, current, current.status.intent);
  });
}

/** Answers a link as it was answered before. */
export async function answerAgain(
  context: ServerContext,
  status: Extract<SessionStatusRecord, { status: 'connected' | 'failed' }>,
): Promise<Connection> {
  if (status.status === 'failed') {
    throw refusal(isRefusalCode(status.code) ? status.code : 'login-unknown');
  }
  const connection = await context.connections.get(status.connectionId);
  if (connection === null) throw refusal('connection-not-found');
  return toConnection(context, connection);
}

async function decide(
  context: ServerContext,
  session: SessionRecord,
  intent: LinkIntent,
): Promise<Connection> {
  const { userId } = session;
  const { login } = intent;
  const refuse = async (code: RefusalCode): Promise<never> => {
    await context.sessions.update(session.id, (current) => ({
      ...current,
      status: { status: 'failed', intent, code },
    }));
    context.audit(userId, 'link-refused', { sessionId: session.id });
    throw refusal(code);
  };

  const reconnected = session.reconnects === null ? null : await context.connections.get(session.reconnects);
  if (session.reconnects !== null && reconnected === null) return refuse('connection-not-found');
  // Another login never replaces the one that a connection was made with.
  if (reconnected !== null && reconnected.login.reveal() !== login.reveal()) return refuse('login-mismatch');
  if (session.choosesAccounts && intent.accountIds.length === 0) return refuse('selection-empty');
  const before = reconnected ?? (await findOwned(context, userId, intent));
  const attempts = await readAttempts(context, userId, login);
  if (before === null || !isVerified(before)) {
    if (hasTooManyLinks(attempts, session.tag)) return refuse('too-many-links');
  }

  const linkedSession = toLinkedSession(context, session, intent);
  const { isKnown, answer } = await askAboutLogin(context, session, intent);
  // Once for all decisions: with the login's lease nothing else decides about it.
  const read = { ...(await readLogin(context, userId, login)), attempts };
  // What Flinks delivered of this very session already.
  const delivery = read.deliveries.find((each) => isBound(each, linkedSession, read.rivals)) ?? null;
  const lastRefreshAt = delivery?.lastRefreshAt ?? answer?.login?.lastRefreshAt ?? null;
  const facts = await readLoginFacts(
    context,
    { userId, login, session: linkedSession, isKnown, isBound: delivery !== null, lastRefreshAt },
    read,
  );
  const verdict = judgeLogin(facts);
  const link = { userId, login, openedAt: linkedSession.openedAt, signedInAt: lastRefreshAt };
  const settle = () => settleVerdict(context, link, verdict, read.connections);
  for (const action of verdict.audit) context.audit(userId, action, { sessionId: session.id });
  const contested = read.connections.filter(({ id }) => verdict.contested.includes(id));
  const waiting = await Promise.all(contested.map((other) => hasWaited(context, waitingOf(other), link)));
  if (verdict.status !== 'verified' && !waiting.includes(true)) {
    const refused = verdict.status === 'refused' && verdict.code === 'login-not-fresh';
    await recordAttempt(context, userId, login, { tag: session.tag, at: intent.claimedAt, refused });
  }
  if (verdict.status === 'refused') return refuse(verdict.code);
  const isDenied = isShared(facts, verdict) && !facts.isVerified && context.onSharedLogin === 'deny';
  // Each user of a login is read at every decision about it.
  const isFull = before === null && verdict.status !== 'verified' && read.connections.length >= mostOwners;
  if (isDenied && !verdict.audit.includes('login-shared'))
    context.audit(userId, 'login-shared', { sessionId: session.id });
  if (isDenied || isFull) {
    // The later user is refused, and still the first must not win by being first.
    if (verdict.contested.length > 0) await settle();
    return refuse(isDenied ? 'login-shared' : 'too-many-links');
  }

  const connectionId = before?.id ?? (await claimOwner(context, userId, login));
  // In this order an interrupted link comes to the same verdict when it is run again.
  if (verdict.status === 'verified') await settle();
  const connection = await keepConnection(context, session, intent, {
    connectionId,
    linkedSession,
    answer,
    verification:
      verdict.status === 'verified'
        ? { status: 'verified', refreshAt: lastRefreshAt, bound: facts.isBound }
        : { status: 'unverified', withheld: verdict.withheld },
  });
  if (connection === null) return refuse('connection-not-found');
  if (verdict.status !== 'verified') await settle();
  else if (attempts.some(({ tag }) => tag === session.tag)) {
    await removeAttempt(context, userId, login, session.tag);
  }
  await startCollection(context, connection, answer);
  await markConnected(context, session, intent, connectionId);
  const applied = await applyPendingDeliveries(context, login);
  const changed = applied === 0 ? null : await context.connections.get(connectionId);
  return toConnection(context, changed ?? connection);
}

async function findOwned(
  context: ServerContext,
  userId: string,
  { login }: LinkIntent,
): Promise<ConnectionRecord | null> {
  const id = await findOwner(context, userId, login);
  return id === null ? null : context.connections.get(id);
}

async function markConnected(
  context: ServerContext,
  { id, userId, reconnects }: SessionRecord,
  intent: LinkIntent,
  connectionId: string,
): Promise<void> {
  let first = false;
  await context.sessions.update(id, (current) => {
    first = current.status.status === 'linking';
    return first ? { ...current, status: { status: 'connected', intent, connectionId } } : current;
  });
  if (!first) return;
  context.audit(userId, 'linked', { sessionId: id, connectionId });
  context.emit({ type: 'linked', userId, connectionId, reconnected: reconnects !== null });
}
