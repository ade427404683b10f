import type { FlinksCode } from '@flinks-kit/core/wire';
import type { TestUser } from '../state/testUser.ts';
import { guidFrom } from '../state/random.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Institution } from './institution.ts';

/** A saved login: what a LoginId names. */
export interface Card {
  readonly loginId: string;
  readonly institution: Institution;
  readonly testUser: TestUser;
  readonly language: 'en' | 'fr';
  scheduledRefresh: boolean;
  /** Milliseconds: the last good visit to the bank. */
  lastRefresh: number;
  /** Milliseconds: the last cached Authorize, or when the login was made. */
  lastOpened: number;
  /** What the last visit ended with: cached Authorize replays it (docs/flinks/api.md 2.2). `null` for a good one. */
  lastOutcome: FlinksCode | null;
  /** How many 202s GetAccountsDetail still owes for the last visit. */
  pendingPolls: number;
  /** Summary and Detail tell `Login.Type` on Authorize only after one of them ran (docs/flinks/api.md 2.2). */
  dataWasRead: boolean;
}

/**
 * The LoginId of a login: one per institution, username, language and instance, the same for ever, also after a
 * DeleteCard in the sandbox (docs/flinks/api.md 0, fact 1).
 */
export function loginIdOf(
  state: SandboxState,
  institution: Institution,
  testUser: TestUser,
  language: string,
): string {
  const { seed, credentials } = state.settings;
  return guidFrom(seed, credentials.instance, institution.name, testUser.username.toLowerCase(), language);
}

/** Flinks' id of the nth account of a card: the same in every session (docs/flinks/api.md 7). */
export function accountIdOf(loginId: string, index: number): string {
  return guidFrom(loginId, 'account', String(index));
}

/** Saves a login, or finds the saved one, after a good visit to the bank. */
export function saveCard(
  state: SandboxState,
  institution: Institution,
  testUser: TestUser,
  language: 'en' | 'fr',
): Card {
  const loginId = loginIdOf(state, institution, testUser, language);
  const known = state.cards.get(loginId);
  const card = known ?? createCard(state, { loginId, institution, testUser, language });
  recordRefresh(state, card, null);
  state.cards.set(loginId, card);
  return card;
}

/** Notes how a visit to the bank ended. A good one starts the collecting of data anew. */
export function recordRefresh(state: SandboxState, card: Card, outcome: FlinksCode | null): void {
  card.lastOutcome = outcome;
  if (outcome !== null) return;
  card.lastRefresh = state.clock.now();
  card.pendingPolls = card.testUser.detail.pendingPolls ?? state.settings.pendingPolls;
}

/** Whether the data of the last visit is still on its way: by polls, or by time when the settings say so. */
export function isCollecting({ clock, settings }: SandboxState, card: Card): boolean {
  const { collectionMs } = settings;
  if (collectionMs !== null) return clock.now() - card.lastRefresh < collectionMs;
  return card.pendingPolls > 0;
}

function createCard(
  { clock }: SandboxState,
  login: Pick<Card, 'loginId' | 'institution' | 'testUser' | 'language'>,
): Card {
  return {
    ...login,
    scheduledRefresh: false,
    lastRefresh: 0,
    lastOpened: clock.now(),
    lastOutcome: null,
    pendingPolls: 0,
    dataWasRead: false,
  };
}
