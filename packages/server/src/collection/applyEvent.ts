import { type ConnectionHealth, toConnectionAccount } from '@flinks-kit/core';
import { healthAfterAuthorize, healthOfCode } from '../connections/toConnection.ts';
import { isWithheld, nameInstitution } from '../connections/connections.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import { createIdCheck } from '../connections/selectAccounts.ts';
import type {
  AccountSelection,
  CollectionRecord,
  ConnectionRecord,
  ListedAccount,
} from '../store/records.ts';
import { judgeAnswer, stopWithheld } from './judgeAnswer.ts';
import { type CollectionEvent, holdsMore, nextCollection } from './nextCollection.ts';

/** Stores the result of one call, or of a delivery, in the collection and in its connection. */
export async function applyEvent(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
  event: CollectionEvent,
  answer: FlinksAnswer | null,
): Promise<void> {
  // Whose login it is comes first: data of a login that is not this user's is never stored.
  const isDelivery = event.type === 'delivered' || event.type === 'noted';
  const judged = isDelivery ? connection : await judgeAnswer(context, connection, answer);
  if (judged === null) return;
  if (judged.verification.status === 'rejected') return stopWithheld(context, collection.id);
  const withheld = isWithheld(judged);
  if (withheld && event.type !== 'authorized' && event.type !== 'failed') {
    // Withheld while this run was in progress: it ends, since no accounts may be collected.
    await stopWithheld(context, collection.id);
    return;
  }
  const applied = event.type === 'authorized' ? { ...event, withheld } : event;

  const { clock, timing } = context;
  const share = (current: CollectionRecord, { selection } = judged): CollectionRecord =>
    nextCollection(current, { type: 'selected', selection }, clock.now(), timing);
  const next = await context.collections.update(collection.id, (current) =>
    // A refresh or a webhook started another run meanwhile: the data of this one is older.
    current.run === collection.run ? share(nextCollection(current, applied, clock.now(), timing)) : current,
  );
  const run = applied.type === 'delivered' ? applied.run : collection.run;
  if (next?.run !== run) return;

  const before = connection.health.status;
  const isCached = applied.type === 'authorized' && reachedLogin(answer);
  const updated = await context.connections.update(connection.id, (current) =>
    // The user signed in again meanwhile: what is written of that is newer.
    current.session.tag === judged.session.tag
      ? {
          ...current,
          ...factsOf(current, answer, clock.now()),
          ...(isCached ? { lastCachedCallAt: clock.now() } : {}),
          accounts: isWithheld(current) ? null : (listAccounts(share(next, current)) ?? current.accounts),
          hasMissingAccounts:
            applied.type === 'detail' || applied.type === 'delivered'
              ? lacksChosen(next, current.selection)
              : current.hasMissingAccounts,
          health: isWithheld(current) ? needsUser : (healthOf(next, answer) ?? current.health),
        }
      : current,
  );
  if (updated === null) return;
  // The user chose again while this answer was written.
  if (holdsMore(next, updated.selection)) {
    await context.collections.update(collection.id, (current) => share(current, updated));
  }
  // Of that sign-in this answer reports nothing.
  if (updated.session.tag !== judged.session.tag) return;
  const { userId, id, health } = updated;
  if (health.status === 'needs-user' && before !== 'needs-user') {
    context.emit({ type: 'needs-user', userId, connectionId: id, flinksCode: health.flinksCode });
  }
  nameInstitution(context, updated);
}

function listAccounts({ collected }: CollectionRecord): readonly ListedAccount[] | null {
  const identities = new Map(collected?.identities);
  const list = collected?.accounts.map((account) => {
    const { type, currency, id } = account;
    return { ...toConnectionAccount(account), type, currency, identity: identities.get(id) ?? null };
  });
  return list ?? null;
}

/** Whether an account that the user chose is not among those that a Detail brought. */
function lacksChosen({ collected }: CollectionRecord, selection: AccountSelection): boolean {
  if (selection.mode === 'all' || collected === null) return false;
  const isThere = createIdCheck(collected.accounts.map(({ id }) => id));
  return selection.accountIds.some((id) => !isThere(id));
}

/** Whether Flinks answered about the login: a throttled call, or one that failed by itself, did not reach it. */
export function reachedLogin(answer: FlinksAnswer | null): boolean {
  if (answer === null) return false;
  // A replay of the last refresh carries a RequestId, whatever its code (docs/flinks/api.md 2.2).
  return (
    answer.kind !== 'refused' ||
    answer.requestId !== null ||
    judgeFlinksCode(answer.flinksCode) === 'needs-user'
  );
}

const needsUser: ConnectionHealth = { status: 'needs-user', flinksCode: null };

function healthOf(collection: CollectionRecord, answer: FlinksAnswer | null): ConnectionHealth | null {
  const { phase, flinksCode } = collection;
  if (phase === 'stopped') {
    return answer?.kind === 'challenge' ? { status: 'needs-user', flinksCode } : healthOfCode(flinksCode);
  }
  // The data is older than the refresh that failed: it is shown, and the failure stays visible.
  if (phase === 'ready') return flinksCode === null ? { status: 'ok', flinksCode } : healthOfCode(flinksCode);
  if (phase === 'summary') return healthAfterAuthorize(answer);
  return null;
}

/** What any answer reports about the login, as fields of its connection. */
export function factsOf(
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
  now: number,
): Partial<ConnectionRecord> {
  if (answer === null) return {};
  const { institution, institutionId, login } = answer;
  const nightlyRefresh = login?.nightlyRefresh ?? connection.nightlyRefresh;
  return {
    ...(institution === null ? {} : { institution }),
    ...(institutionId === null ? {} : { institutionId }),
    lastRefreshAt: login?.lastRefreshAt ?? connection.lastRefreshAt,
    nightlyRefresh,
    nightlyRefreshOffAt:
      nightlyRefresh === false && connection.nightlyRefresh !== false ? now : connection.nightlyRefreshOffAt,
    // The first answer shows the switch as the user left it in the widget.
    wantsNightlyRefresh:
      connection.nightlyRefresh === null
        ? (nightlyRefresh ?? connection.wantsNightlyRefresh)
        : connection.wantsNightlyRefresh,
  };
}
