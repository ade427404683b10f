import { FlinksKitError, systemClock } from '@flinks-kit/core';
import { createSessionUrls, hasSelector } from './buildSessionUrl.ts';
import { checkOptions } from './checkOptions.ts';
import { createRandomIds } from '../crypto/createRandomIds.ts';
import { createVault } from '../crypto/createVault.ts';
import { createFlinksApi } from '../flinks/createFlinksApi.ts';
import { createInstitutions } from '../flinks/createInstitutions.ts';
import type { FlinksServerOptions } from './FlinksServerOptions.ts';
import type {
  AttemptsRecord,
  CollectionRecord,
  ConnectionRecord,
  DeliveryRecord,
  IdentityKeyRecord,
  InstitutionsRecord,
  MaintenanceRecord,
  OwnerRecord,
  ReturnRecord,
  SessionRecord,
  TombstoneRecord,
} from '../store/records.ts';
import { createRecords } from '../store/createRecords.ts';
import type { ServerContext } from './ServerContext.ts';
import { createMemoryStore } from '../store/createMemoryStore.ts';
import { defaultTiming, fixedTiming, type FlinksTiming } from '../common/timing.ts';
import { createConnectedAccounts } from '../common/createConnectedAccounts.ts';
import { createViewings } from '../common/createViewings.ts';
import { createKeyedQueue, createSingleFlight } from '../common/concurrency.ts';
import { createWarn } from '../common/createWarn.ts';

/** Decides every option, and joins the parts. Throws a `FlinksKitError` for options that cannot work. */
export function createServerContext(options: FlinksServerOptions<never>): ServerContext {
  checkOptions(options);
  const clock = options.clock ?? systemClock;
  const timing = { ...defaultTiming, ...options.timing };
  const warn = createWarn(options.onWarning);
  refuseUnprovableWebhooks(options);
  const vault = createVault(options.encryption.keys);
  const store = options.store ?? loudMemoryStore(warn);
  const kept = { store, vault, warn };
  const connectUrl = options.connect?.url ?? `https://${options.flinks.instance}-iframe.private.fin.ag/v2/`;
  const connectParameters = options.connect?.parameters ?? {};
  const flinks = createFlinksApi(options.flinks, { clock, timing });

  const newId = createRandomIds();
  // Kept in memory as it is read, by `createInstitutions`.
  const institutionsList = createRecords<InstitutionsRecord>(kept, 'institutions', () => ({}), {
    cachedBytes: 0,
  });

  // A listener of the app's must never break what it listens to.
  const notify = <Event>(
    listener: ((event: Event & { readonly at: string }) => void | Promise<void>) | undefined,
    event: Event,
  ) => {
    if (listener === undefined) return;
    const at = new Date(clock.now()).toISOString();
    const done = (async () => listener({ at, ...event }))();
    done.catch((cause: unknown) => warn('A listener of createFlinksServer threw; the work went on.', cause));
  };
  return {
    flinks,
    institutions: createInstitutions({
      ...kept,
      records: institutionsList,
      clock,
      newId,
      getPage: (skip, take) => flinks.getInstitutions(skip, take),
    }),
    institutionsList,
    offersInstitutions: options.institutions ?? false,
    store,
    vault,
    sessions: createRecords<SessionRecord>(
      kept,
      'session',
      ({ userId, expiresAt, createdAt, status }) => ({
        userId,
        // A link that was started is to be finished now; any other session is only to be removed one day.
        dueAt: status.status === 'linking' ? createdAt : expiresAt + timing.sessionKeptMs,
      }),
      sessionsKept,
    ),
    returns: createRecords<ReturnRecord>(kept, 'return', ({ userId, expiresAt }) => ({
      userId,
      dueAt: expiresAt,
    })),
    inbox: createRecords<DeliveryRecord>(
      kept,
      'inbox',
      ({ loginKey, receivedAt, body }) => ({
        loginKey,
        dueAt: body === null ? receivedAt + timing.sessionKeptMs : receivedAt,
      }),
      // A delivery has megabytes and is read once; after an outage there are hundreds.
      { cachedBytes: 0, pageSize: 10 },
    ),
    attempts: createRecords<AttemptsRecord>(kept, 'attempts', ({ userId, attempts }) => ({
      userId,
      dueAt: Math.max(0, ...attempts.map((attempt) => attempt.at)) + timing.linkAttemptsMs,
    })),
    tombstones: createRecords<TombstoneRecord>(kept, 'tombstone', ({ userId, loginKey, dueAt }) => ({
      userId,
      loginKey,
      dueAt,
    })),
    connections: createRecords<ConnectionRecord>(
      kept,
      'connection',
      (connection) => ({
        userId: connection.userId,
        loginKey: connection.loginKey,
        dueAt: connectionDueAt(connection, timing),
      }),
      mostRead,
    ),
    owners: createRecords<OwnerRecord>(kept, 'owner', ({ loginKey }) => ({ loginKey }), {
      sealedBy: ({ keyId }) => keyId,
    }),
    collections: createRecords<CollectionRecord>(kept, 'collection', ({ userId }) => ({ userId }), mostRead),
    identityKeys: createRecords<IdentityKeyRecord>(kept, 'identity-key', ({ id }) => ({ userId: id })),
    maintenance: createRecords<MaintenanceRecord>(kept, 'maintenance', () => ({})),
    clock,
    timing,
    beginsViewing: createViewings(clock),
    toConnected: createConnectedAccounts({ expose: options.expose, policy: options.eft }),
    links: createSingleFlight(clock, timing.linkWaitMs + fixedTiming.sharedWorkMarginMs),
    loginQueue: createKeyedQueue(clock, timing.linkWaitMs + fixedTiming.sharedWorkMarginMs),
    // A step of a collection takes as long as Flinks holds a call, and there are several.
    collecting: createSingleFlight(clock, 4 * timing.syncHoldMs),
    refreshing: createSingleFlight(clock, 2 * timing.syncHoldMs),
    connectUrl,
    connectParameters,
    showsSelector: hasSelector(connectParameters),
    buildSessionUrl: createSessionUrls(connectUrl, connectParameters),
    redirect: options.connect?.redirect ?? null,
    eft: options.eft,
    onSharedLogin: options.onSharedLogin ?? 'allow',
    freshness: options.freshness ?? 'enforce',
    nightlyRefresh: options.nightlyRefresh ?? false,
    refreshesInBackground: options.flinks.authorizeAsync ?? false,
    waitUntil: options.waitUntil ?? (() => {}),
    newId,
    emit: (event) => notify(options.onEvent, event),
    audit: (userId, action, { connectionId = null, sessionId = null } = {}) =>
      notify(options.onAudit, { userId, action, connectionId, sessionId }),
    warn,
    noteDelivery: createDeliveryWatch(warn),
  };
}

// Of connections and of collections, each: with what the other kinds keep, and the assessed form of each account beside
// it, less than 32 MiB of opened rows.
const mostRead = { cachedBytes: 9 * 1024 * 1024 };
const sessionsKept = { cachedBytes: 4 * 1024 * 1024 };

/** When `maintain()` has something to do for a connection: the earliest of its dates. */
function connectionDueAt(connection: ConnectionRecord, timing: FlinksTiming): number | null {
  const { refresh, nightlyRefresh, lastCachedCallAt, verification, session } = connection;
  const dates = [
    refresh.status === 'background' ? refresh.pollAt : null,
    nightlyRefresh === true ? lastCachedCallAt + timing.nightlyTouchMs : null,
    verification.status === 'verified' ? null : session.linkedAt + timing.unverifiedKeptMs,
  ].filter((date) => date !== null);
  return dates.length === 0 ? null : Math.min(...dates);
}

/** Warns once when three deliveries in a row could not be bound to a session: then no login is ever verified. */
function createDeliveryWatch(warn: (sentence: string) => void): (isBound: boolean) => void {
  let unbound = 0;
  let hasWarned = false;
  return (isBound) => {
    unbound = isBound ? 0 : unbound + 1;
    if (unbound < 3 || hasWarned) return;
    hasWarned = true;
    warn(
      'Three webhooks in a row carried neither the session’s tag nor a known RequestId, so they verify no login and its accounts stay hidden. Ask Flinks to echo the tag of Flinks Connect in webhooks, or set freshness to "enforce".',
    );
  };
}

function refuseUnprovableWebhooks({ webhook, freshness }: FlinksServerOptions<never>): void {
  if (webhook === undefined && freshness === 'webhook') {
    throw new FlinksKitError(
      'freshness is "webhook", and no webhook is received, so no login would ever be verified. Set webhook.secrets, or leave freshness out.',
      { code: 'webhook-unusable' },
    );
  }
  if (webhook === undefined || (webhook.secrets.length > 0 && !webhook.secrets.includes(''))) return;
  throw new FlinksKitError(
    'A webhook secret is empty, so no delivery could be verified. Set it, or leave the webhook option out.',
    { code: 'webhook-unusable' },
  );
}

function loudMemoryStore(warn: (sentence: string) => void) {
  warn(
    'No store was given, so connections live in memory: they are lost when this process ends, and no other process sees them. Give createFlinksServer a store before real users connect.',
  );
  return createMemoryStore();
}
