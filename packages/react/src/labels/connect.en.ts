import type { ConnectStage } from '@flinks-kit/core';

/** The texts around the widget. */
export interface ConnectLabels {
  /** The frame's accessible name. */
  readonly frameTitle: string;
  readonly preparing: string;
  readonly loading: string;
  readonly linking: string;
  readonly slowFrame: string;
  readonly slowBank: string;
  readonly mfaExpiring: string;
  readonly offline: string;
  readonly popupBlocked: string;
  /** Why a session failed, by its code; `other` for codes this list doesn't know. */
  readonly failed: Readonly<Record<string, string>> & { readonly other: string };
  readonly connected: string;
  readonly retry: string;
  readonly cancel: string;
  readonly dismiss: string;
  readonly dialogTitle: string;
  readonly closeDialog: string;
  readonly leaveQuestion: string;
  readonly leave: string;
  readonly stay: string;
  readonly stages: Readonly<Record<ConnectStage, string>>;
}

/** English. */
export const connectEn: ConnectLabels = {
  frameTitle: 'Connect your bank account',
  preparing: 'Preparing a secure connection…',
  loading: 'Opening the secure page…',
  linking: 'Finishing the connection…',
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
  connected: 'Your bank is connected.',
  retry: 'Try again',
  cancel: 'Cancel',
  dismiss: 'Close',
  dialogTitle: 'Connect your bank account',
  closeDialog: 'Close',
  leaveQuestion: 'Leave before your bank is connected?',
  leave: 'Leave',
  stay: 'Stay',
  stages: {
    consent: 'Your consent',
    institution: 'Choosing your bank',
    credentials: 'Signing in to your bank',
    verifying: 'Checking with your bank',
    mfa: 'Answering your bank’s security question',
    'bank-window': 'Continuing in your bank’s window',
    accounts: 'Choosing accounts',
  },
};
