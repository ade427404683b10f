import type { ConnectStage, DuplicateConnection } from '@flinks-kit/core';

/** The texts around the widget. */
export interface SessionLabels {
  /** The frame's accessible name. */
  readonly frameTitle: string;
  /** What happens outside the widget: one sentence each, and calm, since none of them is a failure. */
  readonly notices: Readonly<Record<ConnectNoticeText, string>>;
  /** Why a session failed, by its code; `other` for codes that are not listed. */
  readonly failed: Readonly<Record<string, string>> & { readonly other: string };
  readonly connected: string;
  /** The bank, or Flinks, refused an attempt; the widget explains why. */
  readonly refused: string;
  readonly retry: string;
  readonly cancel: string;
  readonly dismiss: string;
  /** The accessible name of the four steps. */
  readonly progress: string;
  /** The four steps, as short as they fit beside each other on a phone. */
  readonly steps: Readonly<Record<ProgressStep, string>>;
  /** The stages of the widget, as they are announced. */
  readonly stages: Readonly<Record<ConnectStage, string>>;
  readonly dialogTitle: string;
  readonly closeDialog: string;
  readonly leaveQuestion: string;
  readonly leave: string;
  readonly stay: string;
  /** The heading of the success moment; `institution` is the bank's display name, where the server knows it. */
  readonly connectedTo: (institution: string | null) => string;
  readonly connectedAccounts: (count: number) => string;
  /** How many of the accounts another connection of the user has, too. */
  readonly connectedTwice: Readonly<Record<DuplicateConnection['certainty'], (count: number) => string>>;
  readonly done: string;
  /** The button that connects a bank, and what the user should know before pressing it. */
  readonly connectBank: string;
  readonly connectConsent: string;
}

/** A step of connecting a bank. */
export type ProgressStep = 'consent' | 'bank' | 'sign-in' | 'accounts';

/** What a notice beside the widget is about. */
export type ConnectNoticeText =
  | 'preparing'
  | 'loading'
  | 'linking'
  | 'slow-frame'
  | 'slow-bank'
  | 'mfa-expiring'
  | 'offline'
  | 'popup-blocked';

// One constant for each part around the widget, made of plain literals: a bundler then leaves out the ones
// that an app does not show.
const unconfirmed = 'Your bank did not confirm the connection.';

/** The only text that the hook itself needs. */
export const frameTitleEn = 'Connect your bank account';

/** The texts of `FlinksConnect`. */
export const noticeEn = {
  notices: {
    preparing: 'Preparing a secure connection…',
    loading: 'Opening the secure page…',
    linking: 'Finishing the connection…',
    'slow-frame':
      'The secure page is taking longer than usual. A content blocker or your network may be blocking it.',
    'slow-bank': 'Your bank is taking longer than usual. You can wait, or cancel.',
    'mfa-expiring': 'Your bank’s question may expire soon. If it does, try again.',
    offline: 'You are offline. This continues when you are back online.',
    'popup-blocked':
      'Your browser blocked your bank’s window. Allow pop-ups for this page, then open the window again.',
  },
  failed: {
    'session-refused': 'We could not start a secure connection.',
    'token-refused': 'The secure connection expired.',
    'frame-not-loaded': 'The secure page did not open. A content blocker or your network may be blocking it.',
    'redirect-without-login': unconfirmed,
    'link-refused': 'We could not finish connecting your bank.',
    'return-refused': unconfirmed,
    other: 'We could not connect your bank.',
  },
  retry: 'Try again',
  cancel: 'Cancel',
  dismiss: 'Close',
} satisfies Partial<SessionLabels>;

/** The texts of `ConnectProgress`. */
export const progressEn = {
  connected: 'Your bank is connected.',
  refused: 'This attempt did not succeed. The secure page explains why.',
  progress: 'Steps',
  steps: { consent: 'Consent', bank: 'Bank', 'sign-in': 'Sign-in', accounts: 'Accounts' },
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
  dialogTitle: 'Connect your bank',
  closeDialog: 'Close',
  leaveQuestion: 'Leave before your bank is connected?',
  leave: 'Leave',
  stay: 'Stay',
  connectedTo: (institution: string | null) =>
    institution === null ? 'Your bank is connected' : `${institution} is connected`,
  connectedAccounts: (count: number) => (count === 1 ? '1 account connected' : `${count} accounts connected`),
  connectedTwice: {
    same: (count: number) => (count === 1 ? '1 was already connected' : `${count} were already connected`),
    likely: (count: number) => `${count} may already have been connected`,
  },
  done: 'Done',
} satisfies Partial<SessionLabels>;

/** The texts of `ConnectButton`. */
export const buttonEn = {
  connectBank: 'Connect your bank',
  connectConsent:
    'You sign in through Flinks, and we never see your password. You can delete the connection at any time.',
} satisfies Partial<SessionLabels>;
