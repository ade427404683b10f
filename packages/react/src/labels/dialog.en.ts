import type { ConnectLabels } from './connect.en.ts';

/** The lines of `FlinksConnectDialog`. */
export const dialogEn = {
  dialogTitle: 'Connect your bank account',
  closeDialog: 'Close',
  leaveQuestion: 'Leave before your bank is connected?',
  leave: 'Leave',
  stay: 'Stay',
} satisfies Partial<ConnectLabels>;
