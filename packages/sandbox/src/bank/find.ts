import type { Institution } from '../state/institution.ts';
import type { Settings } from '../state/settings.ts';
import type { TestUser } from '../state/testUser.ts';

/** Finds a test user by username, in any case. */
export function findTestUser({ testUsers }: Settings, username: string): TestUser | undefined {
  return testUsers.get(username.trim().toLowerCase());
}

/** Finds a test user of a bank: one in the United States may ask other questions. */
export function findTestUserAt(
  settings: Settings,
  { country }: Institution,
  username: string,
): TestUser | undefined {
  const found = findTestUser(settings, username);
  const challenges = country === 'US' ? found?.challengesInUs : null;
  return found && challenges ? { ...found, challenges } : found;
}

/** Finds a bank by Flinks' name, its alias or its number, in any case. */
export function findInstitution(
  { institutions }: Pick<Settings, 'institutions'>,
  nameOrId: string,
): Institution | undefined {
  const wanted = nameOrId.trim().toLowerCase();
  return institutions.find(
    ({ name, alias, id }) =>
      name.toLowerCase() === wanted || alias?.toLowerCase() === wanted || String(id) === wanted,
  );
}
