import type { Person } from '../people/person.ts';
import { sandboxUsers } from '../people/sandboxUsers.ts';
import { testUsers } from '../people/testUsers.ts';
import type { World } from '../world.ts';

/** Finds who signs in, whatever the case of the letters. */
export function findPerson({ people }: World, username: string): Person | undefined {
  return people.get(username.trim().toLowerCase());
}

/** Everybody who can sign in, by username in lower case. People of the options take the place of test users. */
export function gatherPeople(own: readonly Person[]): ReadonlyMap<string, Person> {
  const everybody = [...testUsers, ...sandboxUsers, ...own];
  return new Map(everybody.map((known) => [known.username.toLowerCase(), known]));
}
