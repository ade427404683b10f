import { AccountList, type Connection, ConnectionCard, useAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { useSandboxNow } from '../developer/useSandboxNow.ts';
import { useBankConnect } from '../session/BankConnect.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { RentCard } from '../rent/RentCard.tsx';
import { DeleteEverything } from '../connections/DeleteEverything.tsx';
import { sortConnections } from '../connections/sortConnections.ts';
import { PageHeading } from '../layout/PageHeading.tsx';
import { RentReady } from '../rent/RentReady.tsx';
import { useRentPlan } from '../rent/useRentPlan.ts';
import { Link } from '../routing/Link.tsx';

/** Every connected bank with its accounts, and beside them what the rent comes from. */
export function AccountsPage(): ReactElement {
  const { text } = usePreferences();
  const { connections, begin } = useBankConnect();
  const plan = useRentPlan();
  const banks = sortConnections(connections.data ?? [], plan?.connectionId);
  const isEmpty = connections.data?.length === 0;
  return (
    <div className="beside">
      <div className="stack">
        <PageHeading>{text.accounts.heading}</PageHeading>
        <p className="lead">{isEmpty ? text.accounts.empty : text.accounts.lead}</p>
        {plan && <RentReady plan={plan} />}
        {banks.length > 0 && !plan && (
          <Link to="/choose" className="button">
            {text.rent.choose}
          </Link>
        )}
        {connections.isPending && <p role="status">{text.accounts.loading}</p>}
        {connections.isError && <p role="alert">{text.accounts.failed}</p>}
        {banks.map((connection) => (
          <Backend key={connection.id} connection={connection} />
        ))}
        <button type="button" className={isEmpty ? 'button' : 'button button-quiet'} onClick={() => begin()}>
          {isEmpty ? text.accounts.connect : text.accounts.another}
        </button>
        {banks.length > 0 && <DeleteEverything connections={banks} />}
      </div>
      <aside className="stack">
        <RentCard />
        {plan && (
          <Link to="/choose" className="button button-quiet">
            {text.rent.change}
          </Link>
        )}
      </aside>
    </div>
  );
}

function Backend({ connection }: { readonly connection: Connection }): ReactElement {
  const { begin } = useBankConnect();
  const accounts = useAccounts(connection.id);
  const now = useSandboxNow();
  return (
    <section className="bank">
      <ConnectionCard connection={connection} connect={{ open: begin }} headingLevel={2} now={now} />
      <AccountList accounts={accounts} headingLevel={3} />
    </section>
  );
}
