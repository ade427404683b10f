import { AccountList, type Connection, useAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { useJourney } from '../journey/Journey.tsx';
import { useLook } from '../look/Look.tsx';
import { LeaseCard } from '../parts/LeaseCard.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { useRentPlan } from '../rent/rentPlan.ts';
import { Link } from '../routing/Link.tsx';

/** Every connected bank with its accounts, and beside them what the rent comes from. */
export function AccountsPage(): ReactElement {
  const { text } = useLook();
  const { connections, begin } = useJourney();
  const { data: plan } = useRentPlan();
  const isEmpty = connections.data?.length === 0;
  return (
    <div className="beside">
      <div className="stack">
        <PageHeading>{text.accounts.heading}</PageHeading>
        <p className="lead">{isEmpty ? text.accounts.empty : text.accounts.lead}</p>
        {connections.isPending && <p role="status">{text.accounts.loading}</p>}
        {connections.isError && <p role="alert">{text.accounts.failed}</p>}
        {connections.data?.map((connection) => (
          <Bank key={connection.id} connection={connection} />
        ))}
        <button type="button" className={isEmpty ? 'button' : 'button button-quiet'} onClick={begin}>
          {isEmpty ? text.accounts.connect : text.accounts.another}
        </button>
      </div>
      <aside className="stack">
        <LeaseCard />
        {!isEmpty && (
          <Link to="/choose" className={plan ? 'button button-quiet' : 'button'}>
            {plan ? text.lease.change : text.lease.choose}
          </Link>
        )}
      </aside>
    </div>
  );
}

function Bank({ connection }: { readonly connection: Connection }): ReactElement {
  const { text } = useLook();
  const accounts = useAccounts(connection.id);
  const heading = `bank-${connection.id}`;
  return (
    <section className="bank" aria-labelledby={heading}>
      <h2 id={heading} className="bank-heading">
        {connection.institution ?? text.accounts.institution}
      </h2>
      <AccountList accounts={accounts} headingLevel={3} />
    </section>
  );
}
