import { factsOf } from '../collection/applyEvent.ts';
import { selectAccounts } from '../connections/selectAccounts.ts';
import { healthAfterAuthorize } from '../connections/toConnection.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type {
  AccountSelection,
  ConnectionRecord,
  LinkedSession,
  LinkIntent,
  SessionRecord,
  VerificationRecord,
} from '../store/records.ts';

/**
 * Writes a connection, new or reconnected. `null` when it was deleted meanwhile: deleted ids are never reused, even if
 * link and delete race.
 */
export async function keepConnection(
  context: ServerContext,
  session: Pick<SessionRecord, 'userId' | 'language' | 'reconnects' | 'selectorOn'>,
  intent: Pick<LinkIntent, 'login' | 'accountIds'>,
  { connectionId, linkedSession, answer, verification }: KeptLink,
): Promise<ConnectionRecord | null> {
  const now = context.clock.now();
  const withheld = verification.status === 'unverified' && verification.withheld;
  const linked = {
    language: session.language,
    session: linkedSession,
    lastUsedAt: now,
    health: withheld ? ({ status: 'needs-user', flinksCode: null } as const) : healthAfterAuthorize(answer),
    refresh: { status: 'idle' },
  } as const;
  const reconnected = await context.connections.update(connectionId, (current) => ({
    ...current,
    ...factsOf(current, answer, now),
    ...linked,
    verification: joinVerification(current.verification, verification),
    ...shareOf(current, selectionOf(session, intent, current.selection), withheld),
  }));
  if (reconnected !== null || session.reconnects !== null) return reconnected;

  const [loginKey = ''] = await context.vault.fingerprints(intent.login.reveal());
  const unknown: ConnectionRecord = {
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
    accounts: null,
    hasMissingAccounts: false,
    nightlyRefresh: null,
    nightlyRefreshOffAt: null,
    lastLiveRefreshAt: null,
    liveRefreshes: [],
    lastCachedCallAt: now,
    wantsNightlyRefresh: false,
    verification,
    ...linked,
  };
  // The switch as it is when the connection is made was not switched off during the session.
  const made = { ...unknown, ...factsOf(unknown, answer, now), nightlyRefreshOffAt: null };
  if (!(await context.connections.insert(made))) return context.connections.get(connectionId);
  // Read after the insert: a deletion that comes later finds the row, one that came earlier left this.
  if ((await context.tombstones.peek(connectionId)) === null) return made;
  await context.connections.remove(connectionId);
  return null;
}

/** The selection, and what is listed of the accounts that it leaves. */
export const shareOf = (
  { accounts }: ConnectionRecord,
  selection: AccountSelection,
  withheld: boolean,
): Pick<ConnectionRecord, 'selection' | 'accounts' | 'hasMissingAccounts'> => ({
  selection,
  // Unknown before the next Detail.
  hasMissingAccounts: false,
  accounts: withheld || accounts === null ? null : selectAccounts(accounts, selection),
});

/** What was decided about a link. */
export interface KeptLink {
  readonly connectionId: string;
  readonly linkedSession: LinkedSession;
  readonly answer: FlinksAnswer | null;
  readonly verification: VerificationRecord;
}

/** A verified connection keeps the sign-in that verified it first. */
function joinVerification(current: VerificationRecord, next: VerificationRecord): VerificationRecord {
  if (current.status !== 'verified' || next.status !== 'verified') return next;
  return { ...current, bound: current.bound || next.bound };
}

/** An empty selection of a selector that was on means no account; only a reconnect keeps the earlier choice. */
function selectionOf(
  { selectorOn, reconnects }: Pick<SessionRecord, 'selectorOn' | 'reconnects'>,
  { accountIds }: Pick<LinkIntent, 'accountIds'>,
  before: AccountSelection | null,
): AccountSelection {
  if (accountIds.length > 0) return { mode: 'chosen', accountIds };
  if (reconnects !== null && before !== null) return before;
  return selectorOn ? { mode: 'chosen', accountIds: [] } : { mode: 'all' };
}
