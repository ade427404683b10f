export {
  type Account,
  accountCategories,
  type AccountCategory,
  type AccountHolder,
  type AccountSources,
  type Balance,
  type HolderAddress,
} from './accounts/parse/account.ts';
export type { AccountSentences, PaymentMethod } from './accounts/labels/accountSentences.ts';
export { accountSentencesEn } from './accounts/labels/accountSentences.en.ts';
export { accountSentencesFrCA } from './accounts/labels/accountSentences.frCA.ts';
export { accountTypeLabel, type AccountTypeLabels } from './accounts/labels/accountTypeLabels.ts';
export { accountTypeLabelsEn } from './accounts/labels/accountTypeLabels.en.ts';
export { accountTypeLabelsFrCA } from './accounts/labels/accountTypeLabels.frCA.ts';
export { type AccountType, accountTypes, type KnownAccountType } from './accounts/parse/accountTypes.ts';
export { assessEft, assessETransfer, reassessEft } from './accounts/eft/assessEft.ts';
export { categoryOfType } from './accounts/parse/classifyAccount.ts';
export type {
  AccountPresence,
  AccountsSnapshot,
  ConnectedAccount,
  PrivateAccountField,
} from './accounts/eft/connectedAccount.ts';
export {
  type AssessmentText,
  describeAssessment,
  type DescribeAssessmentOptions,
} from './accounts/labels/describeAssessment.ts';
export { accountSentences, describeEft } from './accounts/labels/describeEft.ts';
export type { EftAssessment, EftMissing, EftReason, EftStatus } from './accounts/eft/eftAssessment.ts';
export {
  type CompleteEftPolicy,
  eftPolicies,
  type EftPolicy,
  type EftPurpose,
} from './accounts/eft/eftPolicy.ts';
export {
  type ComparableAccount,
  type DuplicateAccount,
  findDuplicateAccounts,
} from './accounts/numbers/findDuplicateAccounts.ts';
export { formatMoney } from './accounts/money/formatMoney.ts';
export { formatRouting, type RoutingForm } from './accounts/numbers/formatRouting.ts';
export { type AccountGroup, groupAccounts, type GroupableAccount } from './accounts/money/groupAccounts.ts';
export { institutionName, institutionNames } from './accounts/labels/institutionNames.ts';
export { maskAccountNumber } from './accounts/numbers/maskAccountNumber.ts';
export { maskNumbersInText } from './accounts/numbers/maskNumbersInText.ts';
export { mergeAccounts } from './accounts/parse/mergeAccounts.ts';
export {
  type AccountSource,
  parseAccounts,
  type ParseAccountsOptions,
  type ParsedAccounts,
} from './accounts/parse/parseAccounts.ts';
export type { ParseIssue, ParseProblem } from './accounts/parse/parseIssue.ts';
export { rankAccounts, type RankedAccount } from './accounts/eft/rankAccounts.ts';
export {
  type AccountMoney,
  isLiability,
  type LiabilitySign,
  type MoneyFacts,
  type MoneyPolicy,
  readMoney,
} from './accounts/money/readMoney.ts';
export { type CurrencyTotal, sumAccounts } from './accounts/money/sumAccounts.ts';
export { typeInWords } from './accounts/labels/typeInWords.ts';
export { toConnectedAccount, type ToConnectedAccountOptions } from './accounts/eft/toConnectedAccount.ts';
export type { Connection, ConnectionHealth } from './connections/connection.ts';
export {
  createFlinksClient,
  type CreateFlinksClientOptions,
  type HttpFlinksClient,
} from './client/createFlinksClient.ts';
export {
  evaluateNightlyRefresh,
  type NightlyRefreshCondition,
  type NightlyRefreshKnowledge,
} from './connections/evaluateNightlyRefresh.ts';
export type {
  AccountsClient,
  ConnectionsClient,
  DeletionOutcome,
  FlinksClient,
  RefreshOutcome,
} from './client/flinksClient.ts';
export type {
  CallOptions,
  ConnectClient,
  ConnectLanguage,
  LinkConnectionRequest,
  OpenedSession,
  OpenSessionRequest,
  SessionStatus,
} from './session/connectClient.ts';
export { clientHeader, type FlinksRouteName, flinksRoutes } from './client/flinksRoutes.ts';
export type { ProblemDetails } from './client/problemDetails.ts';
export { type Clock, systemClock } from './internal/clock.ts';
export { FlinksKitError, type FlinksKitErrorDetails } from './codes/FlinksKitError.ts';
export type { FetchHandler } from './client/fetchHandler.ts';
export { createManualClock, type ManualClock } from './internal/manualClock.ts';
export { describeFlinksCode } from './codes/describeFlinksCode.ts';
export { describeRemedy, remedyFor } from './codes/describeRemedy.ts';
export type { Remedy, RemedyAction, RemedyActor, RemedyFacts, RemedySource } from './codes/remedy.ts';
export type { CodeWords, RemedyWords } from './codes/remedyWords.ts';
export { remedyWordsEn } from './codes/remedyWords.en.ts';
export { remedyWordsFrCA } from './codes/remedyWords.frCA.ts';
export { bridgeWebView, type WebViewBridge } from './session/bridgeWebView.ts';
export type {
  ConnectEngine,
  ConnectFrame,
  ConnectOptions,
  EventLike,
  OpenAsyncRequest,
} from './session/connectEngine.ts';
export { createConnect } from './session/createConnect.ts';
export { isFramed, isLive, reduceSession } from './session/reduceSession.ts';
export type { ConnectReport } from './session/report.ts';
export {
  type ConnectFailure,
  type ConnectFailureCode,
  type ConnectSession,
  type ConnectStage,
  type EndedSession,
  type ExitReason,
  idleSession,
  type IdleSession,
  type LiveFacts,
  type LiveSession,
  type SessionEnd,
} from './session/session.ts';
export { type AnalyticsEvent, toAnalyticsEvent } from './session/toAnalyticsEvent.ts';
export { defaultWatchdogs, type Watchdogs } from './session/watchdogs.ts';
export type { ConnectEvent } from './wire/connectEvent.ts';
export type { FlinksCode } from './wire/flinksCodes.ts';
export type { ConnectStep } from './wire/steps.ts';
