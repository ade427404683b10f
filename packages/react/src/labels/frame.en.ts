import type { ConnectLabels } from './connect.en.ts';

/** The one line that the hook itself needs, apart, so that a headless bundle carries no other. */
export const frameEn: Pick<ConnectLabels, 'frameTitle'> = { frameTitle: 'Connect your bank account' };
