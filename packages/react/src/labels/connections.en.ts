import type {
  ConnectionHealth,
  NightlyRefreshCondition,
  RemedyWords,
  DeletionOutcome,
} from '@flinks-kit/core';

/** The texts of connections and what keeps them healthy. */
export interface ConnectionsLabels {
  /** Words of your own for Flinks' codes; those of the locale by default. */
  readonly remedies?: RemedyWords | undefined;
  /** The list's accessible name. */
  readonly connections: string;
  readonly unnamed: string;
  readonly health: Readonly<Record<ConnectionHealth['status'], string>>;
  readonly unverified: string;
  readonly lastRead: (date: string) => string;
  readonly neverRead: string;
  /** Nothing below one day: "fresh". */
  readonly dataIsOld: (days: number) => string;
  readonly accounts: (count: number) => string;
  readonly nightly: string;
  readonly nightlyHint: string;
  /** Instead of the hint while something stops it. */
  readonly nightlyStopped: string;
  /** Each of these stops the nightly refresh. */
  readonly nightlyStops: readonly NightlyStop[];
  /** Behind a condition that stops it at present. */
  readonly nightlyNow: string;
  /** The one button of a card. */
  readonly actions: Readonly<Record<Exclude<CardAction, 'later' | 'none'> | 'updating', string>>;
  /** The button that waits until the bank may be visited again. */
  readonly refreshFrom: (time: string) => string;
  readonly actionRequired: string;
  readonly failed: string;
  readonly remove: string;
  readonly removeQuestion: (institution: string) => string;
  readonly removeConsequences: readonly string[];
  readonly removeConfirm: string;
  readonly keep: string;
  /** What a removal came to, told where the connection was. */
  readonly removed: Readonly<Record<DeletionOutcome['status'], string>>;
  readonly loading: string;
  readonly empty: string;
  readonly error: string;
  readonly retry: string;
}

/** Something that stops the nightly refresh; `question` can't be known before the night. */
export interface NightlyStop {
  readonly condition: 'question' | Exclude<NightlyRefreshCondition['condition'], 'switched-on'>;
  readonly text: string;
}

/**
 * The one thing that is right now. `refresh`: ask the bank · `later`: the same, once the server visits it again ·
 * `reconnect`: the person signs in · `reconnect-after-bank`: the same, once they have settled it with their bank ·
 * `none`: it goes on by itself, or only the app's makers can help.
 */
export type CardAction = 'refresh' | 'later' | 'reconnect' | 'reconnect-after-bank' | 'none';

/** English. */
export const connectionsEn: ConnectionsLabels = {
  connections: 'Connected banks',
  unnamed: 'Connected bank',
  health: {
    ok: 'Up to date',
    pending: 'Being updated',
    'needs-user': 'Needs you',
    unavailable: 'Not available just now',
    deleting: 'Being deleted',
  },
  unverified: 'This connection is still being confirmed.',
  lastRead: (date) => `Last read ${date}`,
  neverRead: 'Not read yet',
  dataIsOld: (days) => (days === 1 ? 'Data is 1 day old' : `Data is ${days} days old`),
  accounts: (count) => (count === 1 ? '1 account' : `${count} accounts`),
  nightly: 'Refresh every night',
  nightlyHint: 'What stops it',
  nightlyStopped: 'It has stopped: see why',
  nightlyStops: [
    {
      condition: 'question',
      text: 'Your bank asks a security question: few banks can be read without you.',
    },
    { condition: 'refreshed-within-seven-days', text: 'No refresh succeeded for seven days.' },
    { condition: 'read-within-seven-days', text: 'The accounts were not looked at for seven days.' },
    {
      condition: 'last-authorize-tolerated',
      text: 'The last visit to your bank ended with an error that only you can mend.',
    },
  ],
  nightlyNow: 'This is so now.',
  actions: {
    refresh: 'Refresh',
    updating: 'Refreshing…',
    reconnect: 'Reconnect',
    'reconnect-after-bank': 'My bank has settled it, reconnect',
  },
  refreshFrom: (time) => `Refresh again from ${time}`,
  actionRequired: 'Your bank wants to see you first.',
  failed: 'That did not work. Try again in a while.',
  remove: 'Delete connection',
  removeQuestion: (institution) => `Delete the connection to ${institution}?`,
  removeConsequences: [
    'Here: the connection and all data read from it are deleted now.',
    'At Flinks: the stored sign-in and data are deleted too, unless somebody else here connected the same sign-in.',
    'At your bank: nothing changes.',
  ],
  removeConfirm: 'Delete',
  keep: 'Keep',
  removed: {
    deleted: 'The connection is deleted, here and at Flinks.',
    deleting: 'The connection is deleted here. Flinks is still deleting its copy.',
    shared:
      'The connection is deleted here. The sign-in stays at Flinks, since somebody else here uses it too.',
  },
  loading: 'Loading your connections…',
  empty: 'No bank is connected yet.',
  error: 'Your connections could not be loaded.',
  retry: 'Try again',
};
