export {
  type Account,
  accountCategories,
  type AccountCategory,
  type AccountHolder,
  type AccountSources,
  type Balance,
  type HolderAddress,
} from './accounts/account.ts';
export type { AccountSentences, PaymentMethod } from './accounts/accountSentences.ts';
export { accountSentencesEn } from './accounts/accountSentences.en.ts';
export { accountSentencesFrCA } from './accounts/accountSentences.frCA.ts';
export { accountTypeLabel, type AccountTypeLabels } from './accounts/accountTypeLabels.ts';
export { accountTypeLabelsEn } from './accounts/accountTypeLabels.en.ts';
export { accountTypeLabelsFrCA } from './accounts/accountTypeLabels.frCA.ts';
export { type AccountType, accountTypes, type KnownAccountType } from './accounts/accountTypes.ts';
export { assessEft, assessETransfer, reassessEft } from './accounts/assessEft.ts';
export { categoryOfType } from './accounts/classifyAccount.ts';
export type {
  AccountPresence,
  AccountsSnapshot,
  ConnectedAccount,
  PrivateAccountField,
} from './accounts/connectedAccount.ts';
export {
  type AssessmentText,
  describeAssessment,
  type DescribeAssessmentOptions,
} from './accounts/describeAssessment.ts';
export { accountSentences, describeEft } from './accounts/describeEft.ts';
export type { EftAssessment, EftMissing, EftReason, EftStatus } from './accounts/eftAssessment.ts';
export {
  type CompleteEftPolicy,
  eftPolicies,
  type EftPolicy,
  type EftPurpose,
} from './accounts/eftPolicy.ts';
export {
  type ComparableAccount,
  type DuplicateAccount,
  findDuplicateAccounts,
} from './accounts/findDuplicateAccounts.ts';
export { formatMoney } from './accounts/formatMoney.ts';
export { formatRouting, type RoutingForm } from './accounts/formatRouting.ts';
export { type AccountGroup, groupAccounts, type GroupableAccount } from './accounts/groupAccounts.ts';
export { institutionName, institutionNames } from './accounts/institutionNames.ts';
export { maskAccountNumber } from './accounts/maskAccountNumber.ts';
export { maskNumbersInText } from './accounts/maskNumbersInText.ts';
export { mergeAccounts } from './accounts/mergeAccounts.ts';
export {
  type AccountSource,
  parseAccounts,
  type ParseAccountsOptions,
  type ParsedAccounts,
} from './accounts/parseAccounts.ts';
export type { ParseIssue, ParseProblem } from './accounts/parseIssue.ts';
export { rankAccounts, type RankedAccount } from './accounts/rankAccounts.ts';
export {
  type AccountMoney,
  isLiability,
  type LiabilitySign,
  type MoneyFacts,
  type MoneyPolicy,
  readMoney,
} from './accounts/readMoney.ts';
export { type CurrencyTotal, sumAccounts } from './accounts/sumAccounts.ts';
export { typeInWords } from './accounts/typeInWords.ts';
export { toConnectedAccount, type ToConnectedAccountOptions } from './accounts/toConnectedAccount.ts';
export type { Connection, ConnectionHealth } from './client/connection.ts';
export {
  createFlinksClient,
  type CreateFlinksClientOptions,
  type HttpFlinksClient,
} from './client/createFlinksClient.ts';
export {
  evaluateNightlyRefresh,
  type NightlyRefreshCondition,
  type NightlyRefreshKnowledge,
} from './client/evaluateNightlyRefresh.ts';
export type {
  AccountsClient,
  CallOptions,
  ConnectionsClient,
  ConnectClient,
  ConnectLanguage,
  FlinksClient,
  LinkConnectionRequest,
  OpenedSession,
  OpenSessionRequest,
  RefreshOutcome,
  DeletionOutcome,
  SessionStatus,
} from './client/flinksClient.ts';
export { clientHeader, type FlinksRouteName, flinksRoutes } from './client/flinksRoutes.ts';
export type { ProblemDetails } from './client/problemDetails.ts';
export { type Clock, systemClock } from './clock.ts';
export { FlinksKitError, type FlinksKitErrorDetails } from './errors/FlinksKitError.ts';
export type { FetchHandler } from './fetchHandler.ts';
export { createManualClock, type ManualClock } from './manualClock.ts';
export { describeFlinksCode } from './remedies/describeFlinksCode.ts';
export { describeRemedy, remedyFor } from './remedies/describeRemedy.ts';
export type { Remedy, RemedyAction, RemedyActor, RemedyFacts, RemedySource } from './remedies/remedy.ts';
export type { CodeWords, RemedyWords } from './remedies/remedyWords.ts';
export { remedyWordsEn } from './remedies/remedyWords.en.ts';
export { remedyWordsFrCA } from './remedies/remedyWords.frCA.ts';
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
