export { pass } from './pass.ts';
export { connectClient, testConnection } from './connectClient.ts';
export { ConnectPage, StatusPage } from './ConnectPage.tsx';
export {
  freshQueryClient,
  type Kit,
  kitWrapper,
  renderHookWithKit,
  renderWithKit,
} from './renderWithKit.tsx';
export { testClient } from './testClient.ts';
export { postFromWidget, settled, widgetFrame, widgetOrigin } from './widget.ts';
export { chooseInMenu } from './chooseInMenu.ts';
