import { type FlinksClient, FlinksKitError } from '@flinks-kit/core';

/** The client's method, or an error that names the one that a client of the app's own lacks. */
export function requireMethod<Name extends Exclude<keyof FlinksClient, 'scope' | 'userId'>>(
  client: FlinksClient,
  name: Name,
): NonNullable<FlinksClient[Name]> {
  const method = client[name];
  if (method) return method;
  throw new FlinksKitError(
    `The client of <FlinksProvider> has no ${name}(), so this cannot be read or changed. Add it.`,
    { code: 'client-method-missing' },
  );
}
