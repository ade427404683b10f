import type { TestUser } from '../state/testUser.ts';
import { sandboxUsers } from '../people/sandboxUsers.ts';
import { testUsers } from '../people/testUsers.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Institution } from './institution.ts';

/** Finds who signs in, whatever the case of the letters. */
export function findTestUser({ people }: SandboxState, username: string): TestUser | undefined {
  return people.get(username.trim().toLowerCase());
}

/** Finds who signs in at a bank: one in the United States may ask other questions. */
export function findTestUserAt(
  state: SandboxState,
  bank: Institution,
  username: string,
): TestUser | undefined {
  const testUser = findTestUser(state, username);
  const challenges = bank.country === 'US' ? testUser?.challengesInUs : null;
  return testUser && challenges ? { ...testUser, challenges } : testUser;
}

/** Everybody who can sign in, by username in lower case. People of the options take the place of test users. */
export function listTestUsers(own: readonly TestUser[]): ReadonlyMap<string, TestUser> {
  const everybody = [...testUsers, ...sandboxUsers, ...own];
  return new Map(everybody.map((known) => [known.username.toLowerCase(), known]));
}
