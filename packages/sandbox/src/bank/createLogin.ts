import type { TestUser } from '../state/testUser.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { accountIdOf, saveCard } from './card.ts';
import { findInstitution, flinksCapital, type Institution, institutions } from './institution.ts';
import { findTestUserAt } from './findTestUser.ts';

/** Saves a login as a widgetSession through the widget would, at the clock's now. */
export function createLogin(state: SandboxState, login: TestUserLogin): CreatedLogin {
  const { institution, testUser } = resolveLogin(state, login);
  const { loginId } = saveCard(state, institution, testUser, login.language ?? 'en');
  return { loginId, accountIds: testUser.accounts.map((_, index) => accountIdOf(loginId, index)) };
}

/** Finds the bank and the test user of a login, or throws with the names that there are. */
export function resolveLogin(
  state: SandboxState,
  { username, institution: name }: TestUserLogin,
): { readonly institution: Institution; readonly testUser: TestUser } {
  const institution = name === undefined ? flinksCapital : findInstitution(name);
  if (institution === undefined) {
    throw new RangeError(
      `The sandbox has no institution called "${name}", so nobody can be logged in there. Choose one of ${institutions.map((known) => known.name).join(', ')}.`,
    );
  }
  const testUser = findTestUserAt(state, institution, username);
  if (testUser === undefined) {
    const names = [...state.people.values()].map((known) => known.username);
    throw new RangeError(
      `The sandbox has no test user called "${username}", so nobody can be logged in. Choose one of ${names.join(', ')}, or add a person by the option "people".`,
    );
  }
  return { institution, testUser };
}

/** Who logs in, and where. */
export interface TestUserLogin {
  /** A test user's, in any case. */
  readonly username: string;
  /** Flinks' name of the bank; `FlinksCapital` unless told otherwise. */
  readonly institution?: string | undefined;
  readonly language?: 'en' | 'fr' | undefined;
}

/** A login as the widget's `REDIRECT` would tell it. */
export interface CreatedLogin {
  readonly loginId: string;
  /** All of the person's accounts, in the bank's order. */
  readonly accountIds: readonly string[];
}
