export {
  freshQueryClient,
  type Kit,
  kitWrapper,
  renderHookWithKit,
  renderWithKit,
} from './renderWithKit.tsx';
export { testClient } from './testClient.ts';
