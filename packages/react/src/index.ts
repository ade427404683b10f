export { useAccounts } from './accounts/useAccounts.ts';
export { useConnection } from './accounts/useConnection.ts';
export { useConnections } from './accounts/useConnections.ts';
export { useSuspenseAccounts } from './accounts/useSuspenseAccounts.ts';
export {
  FlinksProvider,
  type FlinksProviderProps,
  type FlinksSurroundings,
  useFlinks,
} from './FlinksProvider.tsx';
export { en } from './labels/en.ts';
export { frCA } from './labels/frCA.ts';
export type { FlinksLabels, LabelSections } from './labels/labels.ts';
