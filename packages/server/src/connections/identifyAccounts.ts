import { type Account, getIdentityInput } from '@flinks-kit/core';
import type { ServerContext } from '../context/ServerContext.ts';
import { createKeyedHash, newHashKey } from '../crypto/keyedHash.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { AccountIdentity } from '../store/records.ts';

/**
 * The identity of each account of a Detail that has one: HMAC-SHA-256 under the user's own key, so that identities of two
 * users are never equal, and none can be traced back to a number. They never change, also while encryption keys rotate.
 */
export async function identifyAccounts(
  context: ServerContext,
  userId: string,
  institutionId: number | null,
  accounts: readonly Account[],
): Promise<readonly AccountIdentity[]> {
  const inputs = accounts.flatMap((account) => {
    const input = getIdentityInput(account, institutionId);
    return input === null ? [] : [{ id: account.id, input }];
  });
  const key = inputs.length === 0 ? null : await readIdentityKey(context, userId);
  if (key === null) return [];
  const hash = await createKeyedHash(key);
  return Promise.all(inputs.map(async ({ id, input }) => [id, await hash(input)] as const));
}

/** The user's key, made at first use. `null` where another process made it, and sealed it by a key that is not given here. */
async function readIdentityKey(context: ServerContext, userId: string): Promise<Sealed | null> {
  const { identityKeys } = context;
  const known = await identityKeys.get(userId);
  if (known !== null) return known.key;
  // An insert would replace a row that does not open.
  if ((await identityKeys.peek(userId))?.isKeyKnown === false) return null;
  await identityKeys.insert({ id: userId, key: newHashKey() });
  // Checked after the insert, so that a deletion that was faster leaves no key behind.
  await forgetIdentityKey(context, userId);
  return (await identityKeys.get(userId))?.key ?? null;
}

/** Removes the user's key with the last connection: nothing is left that its identities could be compared with. */
export async function forgetIdentityKey(
  { connections, identityKeys }: ServerContext,
  userId: string,
): Promise<void> {
  if ((await connections.listIds({ userId, limit: 1 })).length === 0) await identityKeys.remove(userId);
}
