export {
  evaluateNightlyRefresh,
  type NightlyRefreshCondition,
  type NightlyRefreshKnowledge,
} from '@flinks-kit/core';
export { adoptLogins, type AdoptionOutcome, type LoginToAdopt } from './adoptLogins.ts';
export type { AdoptLoginRequest } from './operations/adoptLogin.ts';
export type { AllUserAccounts, UserConnectionAccounts } from './operations/getAllAccounts.ts';
export type { EftInstruction, EftInstructionRequest } from './operations/getEftInstruction.ts';
export type { SetupCheck, SetupReport } from './setup/checkSetup.ts';
export type { MaintenanceJob, MaintenanceReport } from './maintenance/maintain.ts';
export { createFlinksServer, type FlinksServer } from './createFlinksServer.ts';
export type { AuditAction, AuditEntry, FlinksEvent } from './common/events.ts';
export type { FlinksCredentials, FlinksHeaderSets } from './flinks/FlinksCredentials.ts';
export type { FlinksHandler } from './http/createHandler.ts';
export {
  contentSecurityPolicy,
  contentSecurityPolicySources,
  type ContentSecurityPolicyOptions,
  type ContentSecurityPolicySources,
  type WidgetAddress,
} from './http/contentSecurityPolicy.ts';
export type {
  ServerConnectOptions,
  ConnectRedirect,
  FlinksServerOptions,
  FreshnessRule,
  Identified,
  RateLimit,
  ServerConnectParameters,
  ServerWebhookOptions,
} from './context/FlinksServerOptions.ts';
export type { UserFlinks } from './operations/forUser.ts';
export type { RefusalCode } from './common/refusals.ts';
export { createMemoryStore } from './store/createMemoryStore.ts';
export type { FlinksStore, Lease, RowKind, RowQuery, StoredRow } from './store/FlinksStore.ts';
export { flinksStoreChecks, type StoreCheck } from './store/flinksStoreChecks.ts';
export { defaultTiming, type FlinksTiming } from './common/timing.ts';
