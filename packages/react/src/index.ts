export {
  type Account,
  type AccountCategory,
  type AccountGroup as AccountGroupData,
  type AccountMoney,
  type AccountPresence,
  type AccountsSnapshot,
  accountTypeLabel,
  type AnalyticsEvent,
  assessEft,
  assessForIncome,
  type Balance,
  bridgeWebView,
  type CallOptions,
  combineAccounts,
  type CombinedAccount,
  type ConnectedAccount,
  type ConnectEngine,
  type ConnectEvent,
  type ConnectFailure,
  type ConnectFailureCode,
  type Connection,
  type ConnectionAccount,
  type ConnectionHealth,
  type ConnectLanguage,
  type ConnectReport,
  type ConnectSession,
  type ConnectStage,
  type ConnectStep,
  createConnect,
  createFlinksClient,
  type CreateFlinksClientOptions,
  type CurrencyTotal,
  describeEft,
  describeFlinksCode,
  type EftAssessment,
  type EftMissing,
  type EftPolicy,
  type EftPurpose,
  type EftReason,
  type EftStatus,
  type EndedSession,
  type ExitReason,
  findDuplicateAccounts,
  type FlinksClient,
  type FlinksCode,
  FlinksKitError,
  formatMoney,
  formatRouting,
  groupAccounts,
  type FetchHandler,
  type Institution,
  institutionName,
  isFramed,
  isLive,
  type KnownAccountType,
  type LinkConnectionRequest,
  type LiveSession,
  maskAccountNumber,
  type MoneyPolicy,
  type NewConnectionRequest,
  type OpenAsyncRequest,
  type OpenedSession,
  type OpenSessionRequest,
  type PaymentMethod,
  rankAccounts,
  rankAccountsBy,
  type RankedAccount,
  readMoney,
  type ReconnectionRequest,
  reassessEft,
  searchInstitutions,
  type RefreshOutcome,
  type Remedy,
  type RemedyAction,
  type RemedySource,
  type DeletionOutcome,
  type DuplicateConnection,
  type SessionEnd,
  type SessionStatus,
  sumAccounts,
  toAnalyticsEvent,
  type Watchdogs,
} from '@flinks-kit/core';
export { AccountBalance, type AccountBalanceProps } from './accounts/AccountBalance.tsx';
export { AccountGroup, type AccountGroupProps, type AccountSlots } from './accounts/AccountGroup.tsx';
export { AccountList, type AccountListProps } from './accounts/AccountList.tsx';
export type { ExpectedAccounts } from './accounts/AccountsNotice.tsx';
export {
  AccountPicker,
  type AccountPickerProps,
  type OneChoiceProps,
  type SeveralChoicesProps,
} from './accounts/AccountPicker.tsx';
export { AccountRow, type AccountRowProps } from './accounts/AccountRow.tsx';
export { EftBadge, type EftBadgeProps } from './accounts/EftBadge.tsx';
export type { AccountsViewState, AccountsInput, AccountsQuery } from './accounts/getAccountsView.ts';
export {
  type AccountArrangement,
  type AccountBank,
  type AccountGrouping,
  type AccountGroupsOptions,
  type AccountListGroup,
  useAccountGroups,
} from './accounts/useAccountGroups.ts';
export { useAccounts } from './accounts/useAccounts.ts';
export { type AllAccounts, type ConnectionAccounts, useAllAccounts } from './accounts/useAllAccounts.ts';
export { useSuspenseAllAccounts } from './accounts/useSuspenseAllAccounts.ts';
export { useConnection } from './connections/useConnection.ts';
export { useInstitutions, type UseInstitutionsOptions } from './connections/useInstitutions.ts';
export { useConnections } from './connections/useConnections.ts';
export { useSuspenseAccounts } from './accounts/useSuspenseAccounts.ts';
export { ConnectionCard, type ConnectionCardProps } from './connections/ConnectionCard.tsx';
export type { NameInstitution } from './connections/nameConnection.ts';
export {
  ConnectionList,
  type ConnectionListProps,
  type ConnectionsQuery,
} from './connections/ConnectionList.tsx';
export { InstitutionLogo, type InstitutionLogoProps } from './institutions/InstitutionLogo.tsx';
export { InstitutionPicker, type InstitutionPickerProps } from './institutions/InstitutionPicker.tsx';
export { ReconnectBanner, type ReconnectBannerProps } from './connections/ReconnectBanner.tsx';
export { RemedyMessage, type RemedyMessageProps } from './connections/RemedyMessage.tsx';
export { useRefreshConnection } from './connections/useRefreshConnection.ts';
export { useDeleteConnection } from './connections/useDeleteConnection.ts';
export { useNightlyRefresh } from './connections/useNightlyRefresh.ts';
export { ConnectButton, type ConnectButtonProps } from './session/ConnectButton.tsx';
export { ConnectProgress, type ConnectProgressProps } from './session/ConnectProgress.tsx';
export { FlinksConnect, type FlinksConnectProps } from './session/FlinksConnect.tsx';
export { FlinksConnectDialog, type FlinksConnectDialogProps } from './session/FlinksConnectDialog.tsx';
export type { ConnectFrameProps } from './session/frameProps.ts';
export { type ConnectNoticeState, getConnectNotice } from './session/getConnectNotice.ts';
export { useConnectSession } from './session/useConnectSession.ts';
export {
  useFlinksConnect,
  type UseFlinksConnectOptions,
  type UseFlinksConnectResult,
} from './session/useFlinksConnect.ts';
export {
  FlinksProvider,
  type FlinksLocaleProps,
  type FlinksProviderProps,
} from './provider/FlinksProvider.tsx';
export { en } from './labels/en.ts';
export { frCA } from './labels/frCA.ts';
export type { AccountsLabels, AccountsTrouble } from './labels/accounts.en.ts';
export type { CardAction, ConnectionsLabels, NightlyStop } from './labels/connections.en.ts';
export type { InstitutionsLabels } from './labels/institutions.en.ts';
export type { FlinksLabels, LabelSections } from './labels/labels.ts';
export type { ConnectNoticeText, ProgressStep, SessionLabels } from './labels/session.en.ts';
export { type FlinksContextValue, type InstitutionLogoResolver, useFlinks } from './provider/useFlinks.ts';
