import type { Warn } from '../common/createWarn.ts';
import type { Clock, Connection, EftPolicy } from '@flinks-kit/core';
import type { Vault } from '../crypto/createVault.ts';
import type { AuditAction, FlinksEvent } from '../common/events.ts';
import type { FlinksApi } from '../flinks/createFlinksApi.ts';
import type { Institutions } from '../flinks/createInstitutions.ts';
import type { SessionUrls } from './buildSessionUrl.ts';
import type { ConnectRedirect, FreshnessRule, ServerConnectParameters } from './FlinksServerOptions.ts';
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
import type { Records } from '../store/createRecords.ts';
import type { FlinksStore } from '../store/FlinksStore.ts';
import type { FlinksTiming } from '../common/timing.ts';
import type { ConnectedAccounts } from '../common/createConnectedAccounts.ts';
import type { Viewings } from '../common/createViewings.ts';
import type { KeyedQueue, SingleFlight } from '../common/concurrency.ts';

/** What every operation of the server uses: the options with their defaults, and the parts made from them. */
export interface ServerContext {
  readonly flinks: FlinksApi;
  readonly institutions: Institutions;
  readonly institutionsList: Records<InstitutionsRecord>;
  /** Whether users may read the list of institutions. */
  readonly offersInstitutions: boolean;
  readonly store: FlinksStore;
  readonly vault: Vault;
  readonly sessions: Records<SessionRecord>;
  readonly connections: Records<ConnectionRecord>;
  readonly owners: Records<OwnerRecord>;
  readonly collections: Records<CollectionRecord>;
  readonly returns: Records<ReturnRecord>;
  readonly tombstones: Records<TombstoneRecord>;
  readonly inbox: Records<DeliveryRecord>;
  readonly attempts: Records<AttemptsRecord>;
  readonly identityKeys: Records<IdentityKeyRecord>;
  readonly maintenance: Records<MaintenanceRecord>;
  readonly clock: Clock;
  readonly timing: FlinksTiming;
  readonly links: SingleFlight<Connection>;
  /** Whether a read of accounts begins a viewing. */
  readonly beginsViewing: Viewings;
  readonly toConnected: ConnectedAccounts;
  /** Decisions about one login, one after the other. */
  readonly loginQueue: KeyedQueue;
  readonly collecting: SingleFlight<void>;
  readonly refreshing: SingleFlight<void>;
  readonly connectUrl: string;
  readonly buildSessionUrl: SessionUrls;
  readonly connectParameters: ServerConnectParameters;
  /** Whether the widget shows its account selector, where a session does not decide it. */
  readonly showsSelector: boolean;
  readonly redirect: ConnectRedirect | null;
  readonly eft: EftPolicy | undefined;
  readonly onSharedLogin: 'allow' | 'deny';
  readonly freshness: FreshnessRule;
  /** Whether users may switch the nightly refresh on. */
  readonly nightlyRefresh: boolean;
  /** Whether live refreshes are made by AuthorizeAsync. */
  readonly refreshesInBackground: boolean;
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** 128 random bits: ids, nonces, holders of leases. */
  readonly newId: () => string;
  readonly emit: (event: EventOf<FlinksEvent>) => void;
  readonly audit: (userId: string, action: AuditAction, about?: AuditSubject) => void;
  readonly warn: Warn;
  /** Called for each delivery of a login that awaits proof: `false` for one without a tag and a known RequestId. */
  readonly noteDelivery: (isBound: boolean) => void;
}

/** What an audit entry is about. */
export interface AuditSubject {
  readonly connectionId?: string | undefined;
  readonly sessionId?: string | undefined;
}

type EventOf<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
