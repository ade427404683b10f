import type { Person } from '../state/testUser.ts';
import type { World } from '../state/sandboxState.ts';
import { accountIdOf, saveCard } from './card.ts';
import { findInstitution, flinksCapital, type Institution, institutions } from './institution.ts';
import { findCustomer } from './findTestUser.ts';

/** Saves a login as a journey through the widget would, at the clock's now. */
export function makeLogin(world: World, login: LoginRequest): MadeLogin {
  const { institution, person } = whoLogsIn(world, login);
  const { loginId } = saveCard(world, institution, person, login.language ?? 'en');
  return { loginId, accountIds: person.accounts.map((_, index) => accountIdOf(loginId, index)) };
}

/** Finds the bank and the test user of a login, or throws with the names that there are. */
export function whoLogsIn(
  world: World,
  { username, institution: name }: LoginRequest,
): { readonly institution: Institution; readonly person: Person } {
  const institution = name === undefined ? flinksCapital : findInstitution(name);
  if (institution === undefined) {
    throw new RangeError(
      `The sandbox has no institution called "${name}", so nobody can be logged in there. Choose one of ${institutions.map((known) => known.name).join(', ')}.`,
    );
  }
  const person = findCustomer(world, institution, username);
  if (person === undefined) {
    const names = [...world.people.values()].map((known) => known.username);
    throw new RangeError(
      `The sandbox has no test user called "${username}", so nobody can be logged in. Choose one of ${names.join(', ')}, or add a person by the option "people".`,
    );
  }
  return { institution, person };
}

/** Who logs in, and where. */
export interface LoginRequest {
  /** A test user's, in any case. */
  readonly username: string;
  /** Flinks' name of the bank; `FlinksCapital` unless told otherwise. */
  readonly institution?: string | undefined;
  readonly language?: 'en' | 'fr' | undefined;
}

/** A login as the widget's `REDIRECT` would tell it. */
export interface MadeLogin {
  readonly loginId: string;
  /** All of the person's accounts, in the bank's order. */
  readonly accountIds: readonly string[];
}
