import type { Clock, Connection, EftPolicy, PrivateAccountField } from '@flinks-kit/core';
import type { Vault } from '../crypto/createVault.ts';
import type { AuditAction, FlinksEvent } from '../common/events.ts';
import type { FlinksApi } from '../flinks/createFlinksApi.ts';
import type { InstitutionNames } from '../flinks/createInstitutionNames.ts';
import type { ConnectRedirect, FreshnessRule, ServerConnectParameters } from './FlinksServerOptions.ts';
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
import type { Records } from '../store/createRecords.ts';
import type { FlinksStore } from '../store/FlinksStore.ts';
import type { FlinksTiming } from '../common/timing.ts';
import type { SingleFlight } from '../concurrency/createSingleFlight.ts';
import type { KeyedQueue } from '../concurrency/createKeyedQueue.ts';

/** What every operation of the server works with: the options, decided once. */
export interface ServerContext {
  readonly flinks: FlinksApi;
  readonly institutionNames: InstitutionNames;
  readonly store: FlinksStore;
  readonly vault: Vault;
  readonly sessions: Records<SessionRecord>;
  readonly connections: Records<ConnectionRecord>;
  readonly owners: Records<OwnerRecord>;
  readonly collections: Records<CollectionRecord>;
  readonly returns: Records<ReturnRecord>;
  readonly tombstones: Records<TombstoneRecord>;
  readonly inbox: Records<InboxRecord>;
  readonly maintenance: Records<MaintenanceRecord>;
  readonly clock: Clock;
  readonly timing: FlinksTiming;
  readonly links: SingleFlight<Connection>;
  /** What is decided about one login, one after the other. */
  readonly turns: KeyedQueue;
  readonly collecting: SingleFlight<void>;
  readonly refreshing: SingleFlight<void>;
  readonly connectUrl: string;
  readonly connectParameters: ServerConnectParameters;
  readonly redirect: ConnectRedirect | null;
  readonly expose: readonly PrivateAccountField[];
  readonly eft: EftPolicy | undefined;
  readonly onSharedLogin: 'allow' | 'deny';
  readonly freshness: FreshnessRule;
  /** Whether live visits are made by AuthorizeAsync. */
  readonly visitsInBackground: boolean;
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** 128 random bits that nobody can guess: ids, nonces, holders of leases. */
  readonly newId: () => string;
  readonly emit: (event: EventOf<FlinksEvent>) => void;
  readonly audit: (userId: string, action: AuditAction, about?: AuditSubject) => void;
  readonly warn: (sentence: string, cause?: unknown) => void;
}

/** What an audit entry is about. */
export interface AuditSubject {
  readonly connectionId?: string | undefined;
  readonly sessionId?: string | undefined;
}

type EventOf<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
