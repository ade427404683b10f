import type { ConnectStage } from '@flinks-kit/core';

/** The texts around the widget. */
export interface SessionLabels {
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
  /** Why a session failed, by its code; `other` for codes that are not listed. */
  readonly failed: Readonly<Record<string, string>> & { readonly other: string };
  readonly connected: string;
  /** The bank, or Flinks, refused an attempt; the widget explains why. */
  readonly refused: string;
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

// One constant for each part around the widget, made of plain literals: a bundler then leaves out the ones
// that an app does not show.
const unconfirmed = 'Your bank did not confirm the connection.';

/** The only text that the hook itself needs. */
export const frameEn: Pick<SessionLabels, 'frameTitle'> = { frameTitle: 'Connect your bank account' };

/** The texts of `FlinksConnect`. */
export const noticeEn = {
  preparing: 'Preparing a secure connection…',
  loading: 'Opening the secure page…',
  linking: 'Finishing the connection…',
  slowFrame:
    'The secure page is taking longer than usual. A content blocker or your network may be blocking it.',
  slowBank: 'Your bank is slow to answer. You can wait, or stop here.',
  mfaExpiring: 'Your bank’s question may expire soon. If it does, start over.',
  offline: 'You are offline. This continues when you are back online.',
  popupBlocked: 'Your browser blocked your bank’s window. Allow pop-ups for this page, then try again.',
  failed: {
    'session-refused': 'We could not start a secure connection.',
    'token-refused': 'The secure connection expired before it could be used.',
    'frame-not-loaded': 'The secure page did not open. A content blocker or your network may be blocking it.',
    'redirect-without-login': unconfirmed,
    'link-refused': 'Your bank is connected, but we could not save it.',
    'return-refused': unconfirmed,
    other: 'Something went wrong while connecting.',
  },
  retry: 'Try again',
  cancel: 'Cancel',
  dismiss: 'Close',
} satisfies Partial<SessionLabels>;

/** The texts of `ConnectProgress`. */
export const progressEn = {
  connected: 'Your bank is connected.',
  refused: 'This attempt did not succeed. The secure page explains why.',
  stages: {
    consent: 'Your consent',
    institution: 'Choosing your bank',
    credentials: 'Signing in to your bank',
    verifying: 'Checking with your bank',
    mfa: 'Answering your bank’s security question',
    'bank-window': 'Continuing in your bank’s window',
    accounts: 'Choosing accounts',
  },
} satisfies Partial<SessionLabels>;

/** The texts of `FlinksConnectDialog`. */
export const dialogEn = {
  dialogTitle: 'Connect your bank account',
  closeDialog: 'Close',
  leaveQuestion: 'Leave before your bank is connected?',
  leave: 'Leave',
  stay: 'Stay',
} satisfies Partial<SessionLabels>;
