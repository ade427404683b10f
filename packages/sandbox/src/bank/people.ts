import { testUsers } from '../people/testUsers.ts';
import { sandboxUsers } from '../people/sandboxUsers.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../world.ts';

/** Finds who signs in, whatever the case of the letters. People of the options come before the test users. */
export function findPerson(world: World, username: string): Person | undefined {
  const wanted = username.trim().toLowerCase();
  return everybody(world).find((known) => known.username.toLowerCase() === wanted);
}

/** Everybody who can sign in. */
export function everybody(world: World): readonly Person[] {
  return [...world.settings.people, ...testUsers, ...sandboxUsers];
}
