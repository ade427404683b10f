'use client';

import { type ConnectedAccount, type MoneyPolicy, sumAccounts } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { nameConnection } from '../connections/nameConnection.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import type { AccountListGroup } from './useAccountGroups.ts';
import type { ConnectionAccounts } from './useAllAccounts.ts';

/**
 * Groups for `AccountList` by bank, each under its logo and name with the net total per currency. A bank that needs the
 * user or cannot be reached states it in its heading, and keeps its last accounts. The banks come from what
 * `useAllAccounts` gives; in a list without them each account names its own.
 *
 * @example
 * return <AccountList accounts={useAllAccounts()} groupBy={groupByConnection} />;
 */
export function groupByConnection(
  accounts: readonly ConnectedAccount[],
  policy?: MoneyPolicy,
  connections: readonly ConnectionAccounts[] = [],
): readonly AccountListGroup[] {
  const banks = new Map(connections.map((entry) => [entry.connection.id, bankOf(entry)]));
  for (const { connectionId, institution = null, institutionName, mask } of accounts) {
    if (!banks.has(connectionId))
      banks.set(connectionId, { institution, name: institutionName ?? null, mask, problem: null });
  }
  return [...banks].flatMap(([key, bank]): AccountListGroup[] => {
    const own = accounts.filter(({ connectionId }) => connectionId === key);
    if (own.length === 0 && bank.problem === null) return [];
    const isAlone = ![...banks.values()].some((other) => other !== bank && other.name === bank.name);
    return [
      {
        key,
        heading: <BankHeading bank={isAlone ? { ...bank, mask: null } : bank} />,
        accounts: own,
        totals: sumAccounts(own, policy),
      },
    ];
  });
}

interface Bank {
  readonly institution: string | null;
  readonly name: string | null;
  /** The end of an account number, where two logins of one bank would look the same. */
  readonly mask: string | null;
  readonly problem: 'needs-user' | 'unavailable' | null;
}

function bankOf({ connection, status }: ConnectionAccounts): Bank {
  const { institution, accounts } = connection;
  const hasProblem = status === 'unavailable' || status === 'error';
  return {
    institution,
    name: nameConnection(connection),
    mask: accounts?.[0]?.mask ?? null,
    problem: status === 'needs-user' ? status : hasProblem ? 'unavailable' : null,
  };
}

function BankHeading({ bank: { institution, name, mask, problem } }: { readonly bank: Bank }): ReactElement {
  const labels = useLabels('connections', connectionsEn);
  return (
    <>
      <InstitutionLogo institution={institution} name={name} />
      <span>
        <bdi>{name ?? labels.unnamed}</bdi>
        {mask !== null && <span data-flinks-category-term="">{` ${mask}`}</span>}
        {problem !== null && <span data-flinks-group-problem="">{labels.health[problem]}</span>}
      </span>
    </>
  );
}
