import type { Connection } from '@flinks-kit/core';
import { startCollection } from '../accounts/startCollection.ts';
import type { AccountSelection, ConnectionRecord } from '../records/connectionRecord.ts';
import type { LinkIntent, SessionRecord } from '../records/sessionRecord.ts';
import { refusal, type RefusalCode } from '../refusals.ts';
import type { ServerContext } from '../ServerContext.ts';
import { healthAfterAuthorize } from './healthAfterAuthorize.ts';
import { claimOwner, findOwner } from './owners.ts';
import { toConnection } from './toConnection.ts';
import { verifyLogin } from './verifyLogin.ts';

/**
 * Carries a stored intent out: asks Flinks about the login, decides, and writes connection, collection and session.
 * Every step may be repeated, so whoever finds a half-done link — a retry, or `maintain()` — just runs it again.
 */
export async function settleLink(context: ServerContext, session: SessionRecord): Promise<Connection> {
  const { userId, standing } = session;
  if (standing.status === 'open') throw refusal('session-not-found');
  const { intent } = standing;
  const refuse = async (code: RefusalCode): Promise<never> => {
    await context.sessions.update(session.id, (current) => ({
      ...current,
      standing: { status: 'failed', intent, code },
    }));
    context.audit(userId, 'link-refused', { sessionId: session.id });
    throw refusal(code);
  };

  const reconnected = session.reconnects === null ? null : await context.connections.get(session.reconnects);
  if (session.reconnects !== null && reconnected === null) return refuse('connection-not-found');
  // Another login never replaces the one that a connection was made with.
  if (reconnected !== null && reconnected.login.reveal() !== intent.login.reveal())
    return refuse('login-mismatch');

  const known = reconnected?.id ?? (await findOwner(context, userId, intent.login));
  const verdict = await verifyLogin(context, session, intent);
  if (verdict.status === 'unknown') return refuse('login-unknown');
  if (verdict.status === 'stale' && known === null) {
    context.audit(userId, 'login-not-fresh', { sessionId: session.id });
    if (context.freshness === 'enforce') return refuse('login-not-fresh');
  }
  const [loginKey = ''] = await context.vault.fingerprints(intent.login.reveal());
  if (await isShared(context, userId, intent)) {
    context.audit(userId, 'login-shared', { sessionId: session.id });
    if (context.onSharedLogin === 'deny') return refuse('login-shared');
  }

  const connectionId = known ?? (await claimOwner(context, userId, intent.login));
  const { answer } = verdict;
  const facts = {
    ...(answer === null ? {} : knownFacts(answer)),
    language: session.language,
    sessionOpenedAt: session.createdAt,
    health: healthAfterAuthorize(answer),
  };
  const made: ConnectionRecord = {
    id: connectionId,
    userId,
    login: intent.login,
    loginKey,
    institution: null,
    institutionId: null,
    createdAt: context.clock.now(),
    lastRefresh: null,
    selection: selectionOf(session, intent, null),
    accountsCount: null,
    scheduledRefresh: null,
    // Not told yet is not refused: the collection asks again, and no EFT instruction is given meanwhile.
    provisional: verdict.status === 'untold',
    challenge: null,
    liveAt: null,
    visitingUntil: null,
    touchedAt: context.clock.now(),
    wantsScheduledRefresh: answer?.login?.scheduledRefresh ?? false,
    ...facts,
  };
  const inserted = await context.connections.insert(made);
  const connection = inserted
    ? made
    : await context.connections.update(connectionId, (current) => ({
        ...current,
        ...facts,
        selection: selectionOf(session, intent, current.selection),
        challenge: null,
        provisional: current.provisional && verdict.status === 'untold',
      }));
  if (connection === null) return refuse('connection-not-found');

  await startCollection(context, connection, answer);
  await markConnected(context, session, intent, connectionId);
  return toConnection(connection);
}

/** A selector that was on and told nothing means "nothing"; only a reconnect keeps the choice of before. */
function selectionOf(
  { selectorOn, reconnects }: SessionRecord,
  { accountIds }: LinkIntent,
  before: AccountSelection | null,
): AccountSelection {
  if (accountIds.length > 0) return { mode: 'chosen', accountIds };
  if (reconnects !== null && before !== null) return before;
  return selectorOn ? { mode: 'chosen', accountIds: [] } : { mode: 'all' };
}

async function isShared(context: ServerContext, userId: string, { login }: LinkIntent): Promise<boolean> {
  const loginKeys = await context.vault.fingerprints(login.reveal());
  const others = await context.connections.list({ loginKeys, limit: 50 });
  return others.some((other) => other.userId !== userId);
}

function knownFacts(answer: {
  readonly institution: string | null;
  readonly institutionId: number | null;
  readonly login: { readonly lastRefresh: number | null; readonly scheduledRefresh: boolean | null } | null;
}): Partial<ConnectionRecord> {
  const { institution, institutionId, login } = answer;
  return {
    ...(institution === null ? {} : { institution }),
    ...(institutionId === null ? {} : { institutionId }),
    ...(login === null ? {} : { lastRefresh: login.lastRefresh, scheduledRefresh: login.scheduledRefresh }),
  };
}

async function markConnected(
  context: ServerContext,
  { id, userId, reconnects }: SessionRecord,
  intent: LinkIntent,
  connectionId: string,
): Promise<void> {
  let first = false;
  await context.sessions.update(id, (current) => {
    first = current.standing.status === 'linking';
    return first ? { ...current, standing: { status: 'connected', intent, connectionId } } : current;
  });
  if (!first) return;
  context.audit(userId, 'linked', { sessionId: id, connectionId });
  context.emit({ type: 'linked', userId, connectionId, reconnected: reconnects !== null });
}
