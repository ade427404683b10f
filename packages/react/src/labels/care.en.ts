import type { ConnectionHealth, RemedyWords } from '@flinks-kit/core';

/** The texts of connections and what keeps them healthy. */
export interface CareLabels {
  /** Words of your own for Flinks' codes; those of the locale by default. */
  readonly remedies?: RemedyWords | undefined;
  /** The list's accessible name. */
  readonly connections: string;
  readonly unnamed: string;
  readonly health: Readonly<Record<ConnectionHealth['status'], string>>;
  readonly provisional: string;
  readonly lastRead: (date: string) => string;
  readonly neverRead: string;
  /** Nothing below one day: "fresh". */
  readonly dataIsOld: (days: number) => string;
  readonly accounts: (count: number) => string;
  readonly nightly: string;
  readonly nightlyHint: string;
  /** Each of these stops the nightly refresh. */
  readonly nightlyStops: readonly string[];
  readonly reconnect: string;
  readonly refresh: string;
  readonly refreshing: string;
  readonly actionRequired: string;
  readonly failed: string;
  readonly remove: string;
  readonly removeQuestion: (institution: string) => string;
  readonly removeConsequences: readonly string[];
  readonly removeConfirm: string;
  readonly keep: string;
  readonly loading: string;
  readonly empty: string;
  readonly error: string;
  readonly retry: string;
}

/** English. */
export const careEn: CareLabels = {
  connections: 'Connected banks',
  unnamed: 'Connected bank',
  health: {
    ok: 'Up to date',
    pending: 'Being updated',
    'needs-user': 'Needs you',
    unavailable: 'Not available just now',
    deleting: 'Being deleted',
  },
  provisional: 'This connection is still being confirmed.',
  lastRead: (date) => `Last read ${date}`,
  neverRead: 'Not read yet',
  dataIsOld: (days) => (days === 1 ? 'Data is 1 day old' : `Data is ${days} days old`),
  accounts: (count) => (count === 1 ? '1 account' : `${count} accounts`),
  nightly: 'Refresh every night',
  nightlyHint: 'What stops it',
  nightlyStops: [
    'Your bank asks a security question: few banks can be read without you.',
    'No refresh succeeded for seven days.',
    'The accounts were not looked at for seven days.',
    'The last visit to your bank ended with an error that only you can mend.',
  ],
  reconnect: 'Reconnect',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
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
  loading: 'Loading your connections…',
  empty: 'No bank is connected yet.',
  error: 'Your connections could not be loaded.',
  retry: 'Try again',
};
