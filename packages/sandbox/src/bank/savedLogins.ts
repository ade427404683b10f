import type { FlinksCode } from '@flinks-kit/core/wire';
import type { SandboxState } from '../state/sandboxState.ts';
import { type Card, saveCard } from './card.ts';
import { type TestUserLogin, resolveLogin } from './createLogin.ts';

/** Every saved login as plain JSON, so that a sandbox that was stopped can be started where it was. */
export function readLogins({ cards }: SandboxState): readonly SavedLogin[] {
  return [...cards.values()].map(toSaved);
}

/** Puts a saved login back, as opened now. Throws for a bank or a username that the sandbox does not have (any more). */
export function restoreLogin(state: SandboxState, { lastRefresh, ...saved }: SavedLogin): void {
  const { institution, testUser } = resolveLogin(state, saved);
  const card = saveCard(state, institution, testUser, saved.language);
  card.scheduledRefresh = saved.scheduledRefresh;
  card.lastRefresh = Date.parse(lastRefresh);
  card.lastOutcome = saved.lastOutcome;
  card.pendingPolls = saved.pendingPolls;
  card.dataWasRead = saved.dataWasRead;
}

/** One saved login. Its `LoginId` is not in it: it follows from the seed, the bank, the username and the language. */
export interface SavedLogin extends Required<TestUserLogin> {
  readonly institution: string;
  readonly language: 'en' | 'fr';
  readonly scheduledRefresh: boolean;
  /** ISO 8601 in UTC, on the sandbox's clock: the last good visit to the bank. */
  readonly lastRefresh: string;
  /** What the last visit ended with; `null` for a good one. */
  readonly lastOutcome: FlinksCode | null;
  /** How many 202s are still owed for the last visit. */
  readonly pendingPolls: number;
  /** Whether Summary or Detail ran since the login was made. */
  readonly dataWasRead: boolean;
}

function toSaved(card: Card): SavedLogin {
  return {
    username: card.testUser.username,
    institution: card.institution.name,
    language: card.language,
    scheduledRefresh: card.scheduledRefresh,
    lastRefresh: new Date(card.lastRefresh).toISOString(),
    lastOutcome: card.lastOutcome,
    pendingPolls: card.pendingPolls,
    dataWasRead: card.dataWasRead,
  };
}
