import { AccountList, type Connection, useAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { useJourney } from '../journey/Journey.tsx';
import { useLook } from '../look/Look.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';

/** Every connected bank with its accounts. */
export function AccountsPage(): ReactElement {
  const { text } = useLook();
  const { connections, begin } = useJourney();
  return (
    <div className="accounts">
      <PageHeading>{text.accounts.heading}</PageHeading>
      <p className="lead">{text.accounts.lead}</p>
      {connections.isPending && <p role="status">{text.accounts.loading}</p>}
      {connections.isError && <p role="alert">{text.accounts.failed}</p>}
      {connections.data?.length === 0 && <p>{text.accounts.empty}</p>}
      {connections.data?.map((connection) => (
        <Bank key={connection.id} connection={connection} />
      ))}
      <button type="button" className="button button-quiet" onClick={begin}>
        {connections.data?.length === 0 ? text.accounts.connect : text.accounts.another}
      </button>
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
