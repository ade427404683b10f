import type { ConnectLabels } from './connect.en.ts';
import { waitingEn } from './waiting.en.ts';

/** The lines of `FlinksConnect`. */
export const noticeEn = {
  ...waitingEn,
  slowFrame: 'The secure page is taking longer than usual.',
  slowBank: 'Your bank is slow to answer. You can wait, or stop here.',
  mfaExpiring: 'Your bank’s question may expire soon. If it does, start over.',
  offline: 'You are offline. This goes on when your connection is back.',
  popupBlocked: 'Your browser blocked your bank’s window. Allow pop-ups for this page, then try again.',
  failed: {
    'session-refused': 'We could not start a secure connection.',
    'token-refused': 'The secure connection expired before it could be used.',
    'frame-not-loaded': 'The secure page did not open. A blocker or a network may be in the way.',
    'frame-not-mounted': 'The secure page has no place to open in.',
    'redirect-without-login': 'Your bank answered without confirming the connection.',
    'link-refused': 'Your bank is connected, but we could not save it.',
    'return-refused': 'We could not confirm what your bank sent back.',
    other: 'Something went wrong while connecting.',
  },
  retry: 'Try again',
  cancel: 'Cancel',
  dismiss: 'Close',
} satisfies Partial<ConnectLabels>;
