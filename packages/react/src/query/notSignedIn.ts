import { FlinksKitError } from '@flinks-kit/core';

/** What a hook that cannot be idle throws while no user is signed in. */
export function notSignedIn(hook: string): FlinksKitError {
  return new FlinksKitError(
    `No user is signed in (\`userId\` is null), so there is nothing to read. Render ${hook} for a signed-in user only.`,
    { code: 'not-signed-in' },
  );
}
