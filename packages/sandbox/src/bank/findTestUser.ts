import type { Person } from '../state/testUser.ts';
import { sandboxUsers } from '../people/sandboxUsers.ts';
import { testUsers } from '../people/testUsers.ts';
import type { World } from '../state/sandboxState.ts';
import type { Institution } from './institution.ts';

/** Finds who signs in, whatever the case of the letters. */
export function findPerson({ people }: World, username: string): Person | undefined {
  return people.get(username.trim().toLowerCase());
}

/** Finds who signs in at a bank: one in the United States may ask other questions. */
export function findCustomer(world: World, bank: Institution, username: string): Person | undefined {
  const person = findPerson(world, username);
  const challenges = bank.country === 'US' ? person?.challengesInUs : null;
  return person && challenges ? { ...person, challenges } : person;
}

/** Everybody who can sign in, by username in lower case. People of the options take the place of test users. */
export function gatherPeople(own: readonly Person[]): ReadonlyMap<string, Person> {
  const everybody = [...testUsers, ...sandboxUsers, ...own];
  return new Map(everybody.map((known) => [known.username.toLowerCase(), known]));
}
