import { createFlinksServer, type FlinksServerOptions } from '@flinks-kit/server';

/** Step 1 and 2 of a rotation: the new key in front, and `maintain()` until nothing sealed by an older key is left. */
export async function rotateKeys(options: FlinksServerOptions, newKey: string): Promise<readonly string[]> {
  const keys = [newKey, ...options.encryption.keys];
  const flinks = createFlinksServer({ ...options, encryption: { keys } });
  while ((await flinks.maintain()).rowsResealed > 0) continue;
  // Step 3: the old keys may go, here and from the environment.
  return [newKey];
}
