export { AccountBalance, type AccountBalanceProps } from './accounts/AccountBalance.tsx';
export { AccountGroup, type AccountGroupProps, type AccountSlots } from './accounts/AccountGroup.tsx';
export { AccountList, type AccountListProps } from './accounts/AccountList.tsx';
export { AccountRow, type AccountRowProps } from './accounts/AccountRow.tsx';
export { EftBadge, type EftBadgeProps } from './accounts/EftBadge.tsx';
export type { AccountsFace, AccountsInput, AccountsQuery } from './accounts/readAccountsFace.ts';
export { type AccountArrangement, useAccountGroups } from './accounts/useAccountGroups.ts';
export { useAccounts } from './accounts/useAccounts.ts';
export { useConnection } from './accounts/useConnection.ts';
export { useConnections } from './accounts/useConnections.ts';
export { useSuspenseAccounts } from './accounts/useSuspenseAccounts.ts';
export { ConnectProgress, type ConnectProgressProps } from './connect/ConnectProgress.tsx';
export { FlinksConnect, type FlinksConnectProps } from './connect/FlinksConnect.tsx';
export type { ConnectFrameProps } from './connect/frameProps.ts';
export { type ConnectFace, readConnectFace } from './connect/readConnectFace.ts';
export { useConnectSession } from './connect/useConnectSession.ts';
export {
  useFlinksConnect,
  type UseFlinksConnectOptions,
  type UseFlinksConnectResult,
} from './connect/useFlinksConnect.ts';
export {
  FlinksProvider,
  type FlinksProviderProps,
  type FlinksSurroundings,
  useFlinks,
} from './FlinksProvider.tsx';
export { en } from './labels/en.ts';
export { frCA } from './labels/frCA.ts';
export type { FlinksLabels, LabelSections } from './labels/labels.ts';
