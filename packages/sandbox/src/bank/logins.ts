import type { Card, CreatedLogin, SavedLogin, TestUserLogin } from '../state/card.ts';
import { flinksCapital, type Institution } from '../state/institution.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Settings } from '../state/settings.ts';
import type { TestUser } from '../state/testUser.ts';
import { accountIdOf, createCard, saveCard } from './card.ts';
import { findInstitution, findTestUserAt } from './find.ts';
import { knowEveryQuestion } from './questions.ts';

/**
 * Saves a login as the widget would, at the clock's now. Flinks then knows the user's security questions, and has no
 * answer yet.
 */
export function createLogin(state: SandboxState, login: TestUserLogin): CreatedLogin {
  const { institution, testUser } = resolveLogin(state.settings, login);
  const card = saveCard(state, institution, testUser, login.language ?? 'en');
  knowEveryQuestion(testUser, card);
  const { loginId } = card;
  return { loginId, accountIds: testUser.accounts.map((_, index) => accountIdOf(loginId, index)) };
}

/** Every saved login as plain JSON, so that a sandbox that was stopped can continue. */
export function readLogins({ cards }: SandboxState): readonly SavedLogin[] {
  return [...cards.values()].map(toSaved);
}

/** Restores a saved login, as opened now. Throws for a bank or a username that the sandbox does not have (any more). */
export function restoreLogin(state: SandboxState, saved: SavedLogin): void {
  const { institution, testUser } = resolveLogin(state.settings, saved);
  const { generation, language } = saved;
  const card = createCard(state, { generation, institution, testUser, language });
  state.cards.set(card.loginId, {
    ...card,
    scheduledRefresh: saved.scheduledRefresh,
    lastRefresh: Date.parse(saved.lastRefresh),
    lastOutcome: saved.lastOutcome,
    pendingPolls: saved.pendingPolls,
    dataWasDelivered: saved.dataWasDelivered,
    dataWasRead: saved.dataWasRead,
    detailWasRead: saved.detailWasRead,
    selectedAccounts: saved.selectedAccounts,
    knownQuestions: new Set(saved.knownQuestions),
    storedAnswers: new Map(Object.entries(saved.storedAnswers)),
  });
}

function resolveLogin(
  settings: Settings,
  { username, institution: name }: TestUserLogin,
): { readonly institution: Institution; readonly testUser: TestUser } {
  const institution = findInstitution(settings, name ?? flinksCapital.name);
  if (institution === undefined) {
    throw new RangeError(
      `The sandbox has no institution called "${name}", so no user can sign in there. Choose one of ${settings.institutions.map((known) => known.name).join(', ')}.`,
    );
  }
  const testUser = findTestUserAt(settings, institution, username);
  if (testUser === undefined) {
    const names = [...settings.testUsers.values()].map((known) => known.username);
    throw new RangeError(
      `The sandbox has no test user called "${username}", so there is no login to save. Choose one of ${names.join(', ')}, or add a test user by the option "people".`,
    );
  }
  return { institution, testUser };
}

function toSaved(card: Card): SavedLogin {
  return {
    username: card.testUser.username,
    institution: card.institution.name,
    language: card.language,
    generation: card.generation,
    scheduledRefresh: card.scheduledRefresh,
    lastRefresh: new Date(card.lastRefresh).toISOString(),
    lastOutcome: card.lastOutcome,
    pendingPolls: card.pendingPolls,
    dataWasDelivered: card.dataWasDelivered,
    dataWasRead: card.dataWasRead,
    detailWasRead: card.detailWasRead,
    selectedAccounts: card.selectedAccounts,
    knownQuestions: [...card.knownQuestions],
    storedAnswers: Object.fromEntries(card.storedAnswers),
  };
}
