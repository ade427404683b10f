'use client';

import { type ConnectedAccount, type Connection, type MoneyPolicy, sumAccounts } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { nameConnection } from '../connections/nameConnection.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import type { AccountListGroup } from './useAccountGroups.ts';
import type { AllAccounts, ConnectionAccounts } from './useAllAccounts.ts';

/**
 * Groups for `AccountList` by bank, each under its logo and name with the net total per currency. A bank that needs the
 * user or cannot be reached states it in its heading, and keeps its last accounts.
 *
 * @example
 * const all = useAllAccounts();
 * const groupBy = useMemo(() => groupByConnection(all), [all]);
 * return <AccountList accounts={all} groupBy={groupBy} />;
 */
export function groupByConnection({
  connections,
}: Pick<AllAccounts, 'connections'>): (
  accounts: readonly ConnectedAccount[],
  policy?: MoneyPolicy,
) => readonly AccountListGroup[] {
  return (accounts, policy) =>
    connections.flatMap((entry): AccountListGroup[] => {
      const { connection, status } = entry;
      const own = accounts.filter(({ connectionId }) => connectionId === connection.id);
      if (own.length === 0 && !hasProblem(status)) return [];
      const isAlone = !connections.some(
        (other) => other !== entry && isSameBank(other.connection, connection),
      );
      return [
        {
          key: connection.id,
          heading: <ConnectionHeading entry={entry} showMask={!isAlone} />,
          accounts: own,
          totals: sumAccounts(own, policy),
        },
      ];
    });
}

interface ConnectionHeadingProps {
  readonly entry: ConnectionAccounts;
  /** Where two logins of one bank would look the same. */
  readonly showMask: boolean;
}

function ConnectionHeading({ entry, showMask }: ConnectionHeadingProps): ReactElement {
  const { connection, status } = entry;
  const labels = useLabels('connections', connectionsEn);
  const name = nameConnection(connection, labels.unnamed);
  const mask = showMask ? (connection.accounts?.[0]?.mask ?? null) : null;
  return (
    <>
      <InstitutionLogo institution={connection.institution} name={name} />
      <span>
        <bdi>{name}</bdi>
        {mask !== null && <span data-flinks-category-term="">{` ${mask}`}</span>}
        {hasProblem(status) && (
          <span data-flinks-group-problem="">
            {labels.health[status === 'needs-user' ? 'needs-user' : 'unavailable']}
          </span>
        )}
      </span>
    </>
  );
}

const hasProblem = (status: ConnectionAccounts['status']): boolean =>
  status === 'needs-user' || status === 'unavailable' || status === 'error';

const isSameBank = (one: Connection, other: Connection): boolean =>
  nameConnection(one, '') === nameConnection(other, '');
