import { FlinksKitError, systemClock } from '@flinks-kit/core';
import { createRandomIds } from '../crypto/createRandomIds.ts';
import { createVault } from '../crypto/createVault.ts';
import { createFlinksApi } from '../flinks/createFlinksApi.ts';
import { createInstitutionNames } from '../flinks/createInstitutionNames.ts';
import type { FlinksServerOptions } from './FlinksServerOptions.ts';
import type {
  CollectionRecord,
  ConnectionRecord,
  InboxRecord,
  MaintenanceRecord,
  OwnerRecord,
  ReturnRecord,
  SessionRecord,
  TombstoneRecord,
} from '../store/records.ts';
import { createRecords } from '../store/createRecords.ts';
import type { ServerContext } from './ServerContext.ts';
import { createMemoryStore } from '../store/createMemoryStore.ts';
import { defaultTiming } from '../common/timing.ts';
import { createSingleFlight } from '../concurrency/createSingleFlight.ts';
import { createKeyedQueue } from '../concurrency/createKeyedQueue.ts';

/** Decides every option, and joins the parts. Throws a `FlinksKitError` for keys that can't encrypt. */
export function createServerContext(options: FlinksServerOptions): ServerContext {
  const clock = options.clock ?? systemClock;
  const timing = { ...defaultTiming, ...options.timing };
  const warn =
    options.onWarning ?? ((sentence, cause) => console.warn(`flinks-kit: ${sentence}`, cause ?? ''));
  refuseUnprovableWebhooks(options);
  const vault = createVault(options.encryption.keys);
  const store = options.store ?? loudMemoryStore(warn);
  const kept = { store, vault, warn };
  const flinks = createFlinksApi(options.flinks, { clock, timing });

  // A listener of the app's must never break what it listens to.
  const tell = <Told>(listener: ((told: Told) => void | Promise<void>) | undefined, told: Told) => {
    if (listener === undefined) return;
    const done = (async () => listener(told))();
    done.catch((cause: unknown) => warn('A listener of createFlinksServer threw; the work went on.', cause));
  };
  const at = () => new Date(clock.now()).toISOString();

  return {
    flinks,
    institutionNames: createInstitutionNames((skip, take) => flinks.getInstitutions(skip, take), {
      clock,
      warn,
    }),
    store,
    vault,
    sessions: createRecords<SessionRecord>(kept, 'session', ({ userId, expiresAt, createdAt, standing }) => ({
      userId,
      // A link that was begun is to be finished now; anything else is only to be forgotten one day.
      dueAt: standing.status === 'linking' ? createdAt : expiresAt + timing.sessionKeptMs,
    })),
    returns: createRecords<ReturnRecord>(kept, 'return', ({ userId, expiresAt }) => ({
      userId,
      dueAt: expiresAt,
    })),
    inbox: createRecords<InboxRecord>(kept, 'inbox', ({ loginKey, receivedAt, body }) => ({
      loginKey,
      dueAt: body === null ? receivedAt + timing.sessionKeptMs : receivedAt,
    })),
    tombstones: createRecords<TombstoneRecord>(kept, 'tombstone', ({ userId, loginKey, nextAt }) => ({
      userId,
      loginKey,
      dueAt: nextAt,
    })),
    connections: createRecords<ConnectionRecord>(
      kept,
      'connection',
      ({ userId, loginKey, nightlyRefresh, touchedAt, visit }) => ({
        userId,
        loginKey,
        dueAt: visit?.askAt ?? (nightlyRefresh === true ? touchedAt + timing.nightlyTouchMs : null),
      }),
    ),
    owners: createRecords<OwnerRecord>(kept, 'owner', () => ({})),
    collections: createRecords<CollectionRecord>(kept, 'collection', ({ userId }) => ({ userId })),
    maintenance: createRecords<MaintenanceRecord>(kept, 'maintenance', () => ({})),
    clock,
    timing,
    links: createSingleFlight(),
    turns: createKeyedQueue(),
    collecting: createSingleFlight(),
    refreshing: createSingleFlight(),
    connectUrl: options.connect?.url ?? `https://${options.flinks.instance}-iframe.private.fin.ag/v2/`,
    connectParameters: options.connect?.parameters ?? {},
    redirect: options.connect?.redirect ?? null,
    expose: options.expose ?? [],
    eft: options.eft,
    onSharedLogin: options.onSharedLogin ?? 'allow',
    freshness: options.freshness ?? 'enforce',
    visitsInBackground: options.flinks.authorizeAsync ?? false,
    waitUntil: options.waitUntil ?? (() => {}),
    newId: createRandomIds(),
    emit: (event) => tell(options.onEvent, { ...event, at: at() }),
    audit: (userId, action, { connectionId = null, sessionId = null } = {}) =>
      tell(options.onAudit, { at: at(), userId, action, connectionId, sessionId }),
    warn,
  };
}

function refuseUnprovableWebhooks({ webhook, freshness }: FlinksServerOptions): void {
  if (webhook === undefined && freshness === 'webhook') {
    throw new FlinksKitError(
      'freshness is "webhook", and no webhook is taken, so no login would ever be proved. Set webhook.secrets, or leave freshness out.',
      { code: 'webhook-unusable' },
    );
  }
  if (webhook === undefined || (webhook.secrets.length > 0 && !webhook.secrets.includes(''))) return;
  throw new FlinksKitError(
    'A webhook secret is empty, so no delivery could be proved. Set it, or leave the webhook option out.',
    { code: 'webhook-unusable' },
  );
}

function loudMemoryStore(warn: (sentence: string) => void) {
  warn(
    'No store was given, so connections live in memory: they are lost when this process ends, and no other process sees them. Give createFlinksServer a store before real users connect.',
  );
  return createMemoryStore();
}
