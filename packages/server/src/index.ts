export {
  evaluateNightlyRefresh,
  type NightlyRefreshCondition,
  type NightlyRefreshKnowledge,
} from '@flinks-kit/core';
export type { EftInstruction } from './accounts/getEftInstruction.ts';
export type { SetupCheck, SetupReport } from './care/checkSetup.ts';
export type { MaintenanceJob, MaintenanceReport } from './care/maintain.ts';
export { createFlinksServer, type FlinksServer } from './createFlinksServer.ts';
export type { AuditAction, AuditEntry, FlinksEvent } from './events.ts';
export type { FlinksCredentials, FlinksHeaderSets } from './flinks/FlinksCredentials.ts';
export { contentSecurityPolicy, type ContentSecurityPolicyOptions } from './http/contentSecurityPolicy.ts';
export type {
  ServerConnectOptions,
  ConnectRedirect,
  FlinksServerOptions,
  FreshnessRule,
  RateLimit,
  ServerConnectParameters,
  ServerWebhookOptions,
} from './FlinksServerOptions.ts';
export type { UserFlinks } from './forUser.ts';
export type { RefusalCode } from './refusals.ts';
export { createMemoryStore } from './store/createMemoryStore.ts';
export type { FlinksStore, Lease, RowKind, RowQuery, StoredRow } from './store/FlinksStore.ts';
export { flinksStoreChecks, type StoreCheck } from './store/flinksStoreChecks.ts';
export { defaultTiming, type FlinksTiming } from './timing.ts';
