import {
  type Account,
  type ConnectedAccount,
  toConnectedAccount,
  type ToConnectedAccountOptions,
} from '@flinks-kit/core';

/**
 * Makes what the browser sees of a stored account, and keeps it for as long as the opened row is kept: a page polls, and
 * the same account would be assessed at each read. Frozen, since every reader gets the same object.
 */
export function createConnectedAccounts(
  rules: Pick<ToConnectedAccountOptions, 'expose' | 'policy'>,
): ConnectedAccounts {
  const kept = new WeakMap<Account, ConnectedAccount>();
  return (account, { id: connectionId, institution, institutionName }, identity) => {
    const known = kept.get(account);
    const isFor = known?.connectionId === connectionId && known.institution === institution;
    if (isFor && known.institutionName === institutionName && known.identity === identity) return known;
    const bank = { connectionId, institution, institutionName };
    const connected = toConnectedAccount(account, { ...rules, ...bank, identity });
    kept.set(account, freeze(connected));
    return connected;
  };
}

/** The account fields that the browser may receive. */
export type ConnectedAccounts = (
  account: Account,
  connection: {
    readonly id: string;
    readonly institution: string | null;
    readonly institutionName: string | null;
  },
  identity: string | null,
) => ConnectedAccount;

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(Object.freeze(value))) freeze(part);
  }
  return value;
}
