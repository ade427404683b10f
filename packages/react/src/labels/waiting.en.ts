import type { ConnectLabels } from './connect.en.ts';

/** What is said while a person waits, beside the frame and in the progress. */
export const waitingEn = {
  preparing: 'Preparing a secure connection…',
  loading: 'Opening the secure page…',
  linking: 'Finishing the connection…',
} satisfies Partial<ConnectLabels>;
