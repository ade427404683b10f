import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { AccountSelection, ConnectionRecord, LinkIntent, SessionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { healthAfterAuthorize } from '../connections/healthAfterAuthorize.ts';
import type { LoginVerdict } from './verifyLogin.ts';

/**
 * Writes a connection, new or mended. `null` when it was deleted meanwhile: a buried id never comes back, whichever
 * of link and deletion was faster.
 */
export async function keepConnection(
  context: ServerContext,
  session: SessionRecord,
  intent: LinkIntent,
  { connectionId, provisional, verdict }: KeptLink,
): Promise<ConnectionRecord | null> {
  const { answer } = verdict;
  const now = context.clock.now();
  const facts = {
    ...(answer === null ? {} : knownFacts(answer)),
    language: session.language,
    sessionOpenedAt: session.createdAt,
    linkedAt: now,
    sessionTag: session.tag,
    usedAt: now,
    provisional,
    health: healthAfterAuthorize(answer),
    challenge: null,
    visitingUntil: null,
    visit: null,
  };
  const mended = await context.connections.update(connectionId, (current) => ({
    ...current,
    ...facts,
    refused: current.refused && verdict.status !== 'fresh',
    selection: selectionOf(session, intent, current.selection),
  }));
  if (mended !== null || session.reconnects !== null) return mended;

  const [loginKey = ''] = await context.vault.fingerprints(intent.login.reveal());
  const made: ConnectionRecord = {
    id: connectionId,
    userId: session.userId,
    login: intent.login,
    loginKey,
    institution: null,
    institutionName: null,
    institutionId: null,
    createdAt: now,
    lastRefreshAt: null,
    selection: selectionOf(session, intent, null),
    accountsCount: null,
    nightlyRefresh: null,
    refused: false,
    liveAt: null,
    touchedAt: now,
    wantsNightlyRefresh: answer?.login?.nightlyRefresh ?? false,
    ...facts,
  };
  if (!(await context.connections.insert(made))) return context.connections.get(connectionId);
  // Looked for after the insert: a deletion that comes later finds the row, one that came earlier left this.
  if ((await context.tombstones.get(connectionId)) === null) return made;
  await context.connections.remove(connectionId);
  return null;
}

/** What was decided about a link. */
export interface KeptLink {
  readonly connectionId: string;
  readonly provisional: boolean;
  readonly verdict: LoginVerdict;
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

function knownFacts({ institution, institutionId, login }: FlinksAnswer): Partial<ConnectionRecord> {
  return {
    ...(institution === null ? {} : { institution }),
    ...(institutionId === null ? {} : { institutionId }),
    ...(login === null ? {} : { lastRefreshAt: login.lastRefreshAt, nightlyRefresh: login.nightlyRefresh }),
  };
}
