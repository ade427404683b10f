export {
  type Account,
  accountCategories,
  type AccountCategory,
  type AccountHolder,
  type AccountSources,
  type Balance,
  type HolderAddress,
} from './accounts/account.ts';
export type {
  AccountPresence,
  AccountsSnapshot,
  ConnectedAccount,
  PrivateAccountField,
} from './accounts/connectedAccount.ts';
export type { EftAssessment, EftMissing, EftReason, EftStatus } from './accounts/eftAssessment.ts';
export type { Connection, ConnectionHealth } from './client/connection.ts';
export {
  createFlinksClient,
  type CreateFlinksClientOptions,
  type HttpFlinksClient,
} from './client/createFlinksClient.ts';
export type {
  AccountsClient,
  CallOptions,
  CareClient,
  ConnectClient,
  ConnectLanguage,
  FlinksClient,
  LinkConnectionRequest,
  OpenedSession,
  OpenSessionRequest,
  RefreshOutcome,
  RemovalOutcome,
  SessionStanding,
} from './client/flinksClient.ts';
export { clientHeader, type FlinksRouteName, flinksRoutes } from './client/flinksRoutes.ts';
export type { Problem } from './client/problem.ts';
export { type Clock, systemClock } from './clock.ts';
export { FlinksKitError, type FlinksKitErrorDetails } from './errors/FlinksKitError.ts';
export type { Hop } from './hop.ts';
export type { ConnectReport } from './session/report.ts';
export type {
  ConnectFailure,
  ConnectFailureCode,
  ConnectSession,
  ConnectStage,
  EndedSession,
  ExitReason,
  IdleSession,
  LiveFacts,
  LiveSession,
} from './session/session.ts';
