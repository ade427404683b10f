import { type FlinksClient, FlinksKitError } from '@flinks-kit/core';

/** The client's method, or an error that names the one that a client of the app's own lacks. */
export function requireMethod<Name extends Exclude<keyof FlinksClient, 'scope' | 'userId'>>(
  client: FlinksClient,
  name: Name,
): NonNullable<FlinksClient[Name]> {
  const method = client[name];
  if (method !== undefined && method !== null) return method;
  throw new FlinksKitError(
    `The Flinks client has no ${name}(), so this cannot be read or changed. ` +
      'Add it to the client given to <FlinksProvider>, or use the one of createFlinksClient.',
    { code: 'client-method-missing' },
  );
}
