import type {
  DuplicateConnection,
  ConnectionHealth,
  NightlyRefreshCondition,
  RemedyWords,
  DeletionOutcome,
} from '@flinks-kit/core';

/** The texts of connections. */
export interface ConnectionsLabels {
  /** Texts of your own for Flinks' codes; those of the locale by default. */
  readonly remedies?: RemedyWords | undefined;
  /** The list's accessible name. */
  readonly connections: string;
  readonly unnamed: string;
  readonly health: Readonly<Record<ConnectionHealth['status'], string>>;
  readonly unverified: string;
  /** When the data was read: `3 minutes ago`, or `null` for less than a minute ago. */
  readonly updated: (ago: string | null) => string;
  readonly neverRead: string;
  /** Shown from one day on. */
  readonly dataIsOld: (days: number) => string;
  readonly accounts: (count: number) => string;
  /** Follows the ends of two account numbers. */
  readonly moreAccounts: (count: number) => string;
  /** The accessible name of a card's menu. */
  readonly menu: (institution: string) => string;
  readonly showDetails: string;
  readonly hideDetails: string;
  readonly chooseAccounts: string;
  /** An account that the user chose is not there any more; the button to choose again follows. */
  readonly accountsMissing: string;
  /** `account` is the bank with the end of one number; `more` is how many others are connected twice, too. */
  readonly alreadyConnected: Readonly<
    Record<DuplicateConnection['certainty'], (account: string, more: number) => string>
  >;
  /** Keeps this connection and those with the same accounts: `count` in all. */
  readonly keepDuplicates: (count: number) => string;
  readonly deleteDuplicate: string;
  /** The names of the details. */
  readonly details: Readonly<Record<'updated' | 'connected' | 'accounts', string>>;
  readonly nightly: string;
  readonly nightlyHint: string;
  /** The server refuses to switch it on. */
  readonly nightlyOff: string;
  /** Replaces the hint while a condition stops the nightly refresh. */
  readonly nightlyStopped: string;
  /** The conditions that stop the nightly refresh. */
  readonly nightlyStops: readonly NightlyStop[];
  /** Follows a condition that stops it at present. */
  readonly nightlyNow: string;
  /** The one button of a card. */
  readonly actions: Readonly<Record<Exclude<CardAction, 'later' | 'none'>, string>>;
  /** The button while the server's cooldown of live refreshes lasts. `wait` is `4 min`, or `null` for up to a minute. */
  readonly refreshIn: (wait: string | null) => string;
  /** Why a bank cannot be read, where Flinks gave no code. */
  readonly unavailable: string;
  readonly actionRequired: string;
  /** Why the user must sign in again while the connection is unverified. */
  readonly confirmLogin: string;
  readonly failed: string;
  /** While the browser is offline: nothing was sent yet, and what will be sent later. */
  readonly paused: Readonly<Record<'list' | 'refresh' | 'nightlyRefresh' | 'deletion', string>>;
  /** Takes back a change that was not sent yet. */
  readonly cancel: string;
  readonly delete: string;
  readonly deleteQuestion: (institution: string) => string;
  readonly deleteConsequences: readonly string[];
  readonly deleteConfirm: string;
  readonly keep: string;
  /** The outcome of a deletion, shown where the connection was. */
  readonly deleted: Readonly<Record<DeletionOutcome['status'], string>>;
  /** The banner's heading: the one bank that needs the user, or how many do. */
  readonly reconnectOne: (institution: string) => string;
  readonly reconnectSeveral: (count: number) => string;
  readonly loading: string;
  readonly empty: string;
  readonly error: string;
  readonly retry: string;
}

/** A condition that stops the nightly refresh; `question` is not known before the next one runs. */
export interface NightlyStop {
  readonly condition: 'question' | Exclude<NightlyRefreshCondition['condition'], 'switched-on'>;
  readonly text: string;
}

/**
 * The one button of a connection. `refresh`: ask the bank · `later`: the same, once the server's cooldown has ended ·
 * `reconnect`: the user signs in · `reconnect-after-bank`: the same, after the user contacted the bank · `none`: it
 * continues by itself, or only the app's developers can help.
 */
export type CardAction = 'refresh' | 'later' | 'reconnect' | 'reconnect-after-bank' | 'none';

/** English. */
export const connectionsEn: ConnectionsLabels = {
  connections: 'Connected banks',
  unnamed: 'Connected bank',
  health: {
    ok: 'Up to date',
    pending: 'Being updated',
    'needs-user': 'Needs your attention',
    unavailable: 'Temporarily unavailable',
    deleting: 'Being deleted',
  },
  unverified: 'This connection is still being confirmed.',
  updated: (ago) => (ago === null ? 'Updated just now' : `Updated ${ago}`),
  neverRead: 'Not updated yet',
  dataIsOld: (days) => (days === 1 ? 'Data is 1 day old' : `Data is ${days} days old`),
  accounts: (count) => (count === 1 ? '1 account' : `${count} accounts`),
  moreAccounts: (count) => `+${count}`,
  menu: (institution) => `Options for ${institution}`,
  showDetails: 'Details',
  hideDetails: 'Hide details',
  chooseAccounts: 'Choose accounts',
  accountsMissing: 'Your bank no longer shows an account that you chose. Choose your accounts again.',
  alreadyConnected: {
    same: (account, more) =>
      `${account} ${more === 0 ? 'is' : `and ${more} more are`} already connected through another connection.`,
    likely: (account, more) =>
      `${account} ${more === 0 ? '' : `and ${more} more `}may already be connected through another connection.`,
  },
  keepDuplicates: (count) => (count === 2 ? 'Keep both' : 'Keep all'),
  deleteDuplicate: 'Delete this one',
  details: { updated: 'Last updated', connected: 'Connected', accounts: 'Accounts' },
  nightly: 'Nightly refresh',
  nightlyHint: 'When nightly refresh stops',
  nightlyOff: 'Nightly refresh is not offered here. Use Refresh when you need current data.',
  nightlyStopped: 'Nightly refresh has stopped: see why',
  nightlyStops: [
    {
      condition: 'question',
      text: 'Your bank asks a security question. Most banks then cannot be refreshed without you.',
    },
    { condition: 'refreshed-within-seven-days', text: 'No refresh succeeded for seven days.' },
    { condition: 'read-within-seven-days', text: 'The accounts were not opened for seven days.' },
    {
      condition: 'last-authorize-tolerated',
      text: 'The last refresh ended with an error that only you can resolve.',
    },
  ],
  nightlyNow: 'This applies now.',
  actions: {
    refresh: 'Refresh',
    reconnect: 'Reconnect',
    'reconnect-after-bank': 'Reconnect after contacting your bank',
  },
  refreshIn: (wait) => (wait === null ? 'Refresh again in a moment' : `Refresh again in ${wait}`),
  unavailable: 'Your bank could not be reached. You can try again.',
  actionRequired: 'Your bank needs you to sign in again.',
  confirmLogin: 'Sign in at your bank once more to confirm that it is you.',
  failed: 'This could not be done. Try again in a few minutes.',
  paused: {
    list: 'You are offline. Your connections are loaded when you are back online.',
    refresh: 'You are offline. The refresh starts when you are back online.',
    nightlyRefresh: 'You are offline. This changes when you are back online.',
    deletion: 'You are offline, so nothing is deleted yet. The deletion starts when you are back online.',
  },
  cancel: 'Cancel',
  delete: 'Delete connection',
  deleteQuestion: (institution) => `Delete the connection to ${institution}?`,
  deleteConsequences: [
    'Here: the connection and all data read from it are deleted now.',
    'At Flinks: the stored sign-in and data are deleted too, unless another user here connected the same sign-in.',
    'At your bank: nothing changes.',
  ],
  deleteConfirm: 'Delete',
  keep: 'Keep',
  deleted: {
    deleted: 'The connection is deleted, here and at Flinks.',
    deleting: 'The connection is deleted here. Flinks is still deleting its copy.',
    shared:
      'The connection is deleted here. The sign-in stays at Flinks, because another user here uses it too.',
  },
  reconnectOne: (institution) => `${institution} needs your attention`,
  reconnectSeveral: (count) => `${count} banks need your attention`,
  loading: 'Loading your connections…',
  empty: 'No bank is connected yet.',
  error: 'Your connections could not be loaded.',
  retry: 'Try again',
};
