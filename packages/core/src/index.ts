// Wire: what the widget posts. More of it, for servers and stand-ins, is in '@flinks-kit/core/wire'.
export type { ConnectEvent } from './wire/connectMessage.ts';
export { type FlinksCode, isMaintenanceCode } from './wire/flinksCodes.ts';
export type { ConnectStage, ConnectStep } from './wire/steps.ts';

// Session: one bank connection being made.
export { bridgeWebView, type WebViewBridge } from './session/bridgeWebView.ts';
export type {
  CallOptions,
  ConnectClient,
  ConnectLanguage,
  LinkConnectionRequest,
  NewConnectionRequest,
  OpenedSession,
  OpenSessionRequest,
  ReconnectionRequest,
  SessionStatus,
} from './session/connectClient.ts';
export type {
  ConnectEngine,
  ConnectFrame,
  ConnectOptions,
  EventLike,
  OpenAsyncRequest,
} from './session/connectEngine.ts';
export { createConnect } from './session/createConnect.ts';
export { type AnalyticsEvent, type ConnectReport, toAnalyticsEvent } from './session/report.ts';
export {
  type ConnectFailure,
  type ConnectFailureCode,
  type ConnectSession,
  type EndedSession,
  idleSession,
  type IdleSession,
  type LiveFacts,
  type LiveSession,
  type SessionEnd,
} from './session/session.ts';
export { type SessionAction, isFramed, isLive, reduceSession } from './session/sessionReducer.ts';
export type { ExitReason } from './session/exits.ts';
export { defaultWatchdogs, type Watchdogs } from './session/timeouts.ts';

// Client: our server's HTTP API.
export {
  createFlinksClient,
  type CreateFlinksClientOptions,
  type HttpFlinksClient,
} from './client/createFlinksClient.ts';
export type {
  AccountsClient,
  CacheOwner,
  ConnectionsClient,
  DeletionOutcome,
  FlinksClient,
  InstitutionsClient,
  RefreshOutcome,
} from './client/flinksClient.ts';
export {
  clientHeader,
  type FetchHandler,
  type FlinksRouteName,
  flinksRoutes,
  type ProblemDetails,
} from './client/flinksRoutes.ts';

// Connections
export type {
  Connection,
  ConnectionAccount,
  ConnectionHealth,
  DuplicateConnection,
} from './connections/connection.ts';
export type { Institution } from './connections/institution.ts';
export { searchInstitutions } from './connections/searchInstitutions.ts';
export { toConnectionAccount } from './connections/toConnectionAccount.ts';
export {
  evaluateNightlyRefresh,
  type NightlyRefreshCondition,
  type NightlyRefreshKnowledge,
} from './connections/evaluateNightlyRefresh.ts';

// Accounts: parse
export {
  type Account,
  accountCategories,
  type AccountCategory,
  type AccountHolder,
  type AccountSources,
  type Balance,
  type HolderAddress,
} from './accounts/parse/account.ts';
export {
  type AccountType,
  accountTypes,
  categoryOfType,
  type KnownAccountType,
} from './accounts/parse/accountTypes.ts';
export { mergeAccounts } from './accounts/parse/mergeAccounts.ts';
export type { AccountSource } from './accounts/parse/parseAccount.ts';
export {
  parseAccounts,
  type ParseAccountsOptions,
  type ParsedAccounts,
} from './accounts/parse/parseAccounts.ts';
export type { ParseIssue, ParseProblem } from './accounts/parse/readField.ts';

// Accounts: numbers
export {
  type ComparableAccount,
  type DuplicateAccount,
  findDuplicateAccounts,
} from './accounts/numbers/findDuplicateAccounts.ts';
export { maskAccountNumber } from './accounts/numbers/maskAccountNumber.ts';
export { maskNumbersInText, maskTitle } from './accounts/numbers/maskNumbersInText.ts';
export {
  type AccountNumbers,
  formatRouting,
  type RawAccountNumbers,
  readAccountNumbers,
  readInstitutionNumber,
  type RoutingForm,
} from './accounts/numbers/readAccountNumbers.ts';

// Accounts: EFT and e-Transfer
export {
  type AssessedAccount,
  assessEft,
  assessETransfer,
  type CompleteEftPolicy,
  type EftAssessment,
  type EftMissing,
  type EftNumbers,
  eftPolicies,
  type EftPolicy,
  type EftPurpose,
  type EftReason,
  type EftStatus,
  getEftNumbers,
  reassessEft,
} from './accounts/eft/assessEft.ts';
export type {
  AccountPresence,
  AccountsSnapshot,
  ConnectedAccount,
  PrivateAccountField,
} from './accounts/eft/connectedAccount.ts';
export { assessForIncome, rankAccounts } from './accounts/eft/rankAccounts.ts';
export { rankAccountsBy, type RankedAccount } from './accounts/eft/rankAccountsBy.ts';
export { toConnectedAccount, type ToConnectedAccountOptions } from './accounts/eft/toConnectedAccount.ts';

// Accounts: the same one twice
export {
  type CombinableAccount,
  type CombinableSnapshot,
  combineAccounts,
  type CombinedAccount,
} from './accounts/identity/combineAccounts.ts';
export { getIdentityInput } from './accounts/identity/getIdentityInput.ts';

// Accounts: money
export { formatMoney } from './accounts/money/formatMoney.ts';
export { type AccountGroup, groupAccounts, type GroupableAccount } from './accounts/money/groupAccounts.ts';
export {
  type AccountMoney,
  isLiability,
  type LiabilitySign,
  type MoneyFacts,
  type MoneyPolicy,
  readMoney,
} from './accounts/money/readMoney.ts';
export { type CurrencyTotal, sumAccounts } from './accounts/money/sumAccounts.ts';

// Accounts: labels
export {
  type AccountSentences,
  accountSentencesEn,
  type AccountTypeLabels,
  accountTypeLabelsEn,
  type PaymentMethod,
} from './accounts/labels/accountLabels.en.ts';
export { accountSentencesFrCA, accountTypeLabelsFrCA } from './accounts/labels/accountLabels.frCA.ts';
export { accountTypeLabel, formatAccountType } from './accounts/labels/accountTypeLabel.ts';
export {
  accountSentences,
  type AssessmentText,
  describeAssessment,
  type DescribeAssessmentOptions,
  describeEft,
} from './accounts/labels/describeEft.ts';
export { institutionName, institutionNames } from './accounts/labels/institutionNames.ts';

// Codes: what Flinks' codes mean and what the user can do
export { describeFlinksCode, describeRemedy, remedyFor } from './codes/describeFlinksCode.ts';
export { FlinksKitError, type FlinksKitErrorDetails } from './codes/FlinksKitError.ts';
export type {
  CodeText,
  CodeWords,
  Remedy,
  RemedyAction,
  RemedyActor,
  RemedyFacts,
  RemedySource,
  RemedyWords,
} from './codes/remedy.ts';
export { remedyWordsEn } from './codes/remedyWords.en.ts';
export { remedyWordsFrCA } from './codes/remedyWords.frCA.ts';

// For the kit's other packages and for tests
export { type Clock, systemClock } from './internal/clock.ts';
export { isRecord, type JsonRecord } from './internal/isRecord.ts';
export { isFrench, normalizeLocale } from './internal/locale.ts';
export { listen } from './session/listen.ts';
export { withoutBidiControls } from './internal/withoutBidiControls.ts';
export { createManualClock, type ManualClock } from './internal/manualClock.ts';
