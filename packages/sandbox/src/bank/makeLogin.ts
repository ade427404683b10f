import type { World } from '../world.ts';
import { accountIdOf, saveCard } from './card.ts';
import { findInstitution, flinksCapital, institutions } from './institution.ts';
import { findCustomer } from './people.ts';

/** Saves a login as a journey through the widget would, at the clock's now. */
export function makeLogin(world: World, { username, institution, language }: LoginRequest): MadeLogin {
  const bank = institution === undefined ? flinksCapital : findInstitution(institution);
  if (bank === undefined) {
    throw new RangeError(
      `The sandbox has no institution called "${institution}", so nobody can be logged in there. Choose one of ${institutions.map(({ name }) => name).join(', ')}.`,
    );
  }
  const person = findCustomer(world, bank, username);
  if (person === undefined) {
    const names = [...world.people.values()].map((known) => known.username);
    throw new RangeError(
      `The sandbox has no test user called "${username}", so nobody can be logged in. Choose one of ${names.join(', ')}, or add a person by the option "people".`,
    );
  }
  const { loginId } = saveCard(world, bank, person, language ?? 'en');
  return { loginId, accountIds: person.accounts.map((_, index) => accountIdOf(loginId, index)) };
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
