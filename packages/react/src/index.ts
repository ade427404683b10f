export {
  FlinksProvider,
  type FlinksProviderProps,
  type FlinksSurroundings,
  useFlinks,
} from './FlinksProvider.tsx';
export { en } from './labels/en.ts';
export { frCA } from './labels/frCA.ts';
export type { FlinksLabels, LabelSections } from './labels/labels.ts';
