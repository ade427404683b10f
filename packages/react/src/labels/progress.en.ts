import type { ConnectLabels } from './connect.en.ts';
import { waitingEn } from './waiting.en.ts';

/** The lines of `ConnectProgress`. */
export const progressEn = {
  ...waitingEn,
  connected: 'Your bank is connected.',
  refused: 'That did not work. The secure page says why.',
  stages: {
    consent: 'Your consent',
    institution: 'Choosing your bank',
    credentials: 'Signing in to your bank',
    verifying: 'Checking with your bank',
    mfa: 'Answering your bank’s security question',
    'bank-window': 'Continuing in your bank’s window',
    accounts: 'Choosing accounts',
  },
} satisfies Partial<ConnectLabels>;
