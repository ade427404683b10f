import { AccountList, ConnectButton, type Connection, ConnectionCard, useAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { moneyPolicy } from '../accounts/moneyPolicy.ts';
import { BankTotals } from '../connections/BankTotals.tsx';
import { sortConnections } from '../connections/sortConnections.ts';
import { useSandboxNow } from '../developer/useSandboxNow.ts';
import { getLoadStatus, LoadNotice } from '../layout/LoadNotice.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { RentCard } from '../rent/RentCard.tsx';
import { useRent } from '../rent/useRent.ts';
import { Link } from '../routing/Link.tsx';
import { useBankConnect } from '../session/BankConnect.tsx';

/** The rent, and every connected bank with its accounts. */
export function AccountsPage(): ReactElement {
  const { text } = usePreferences();
  const { connections } = useBankConnect();
  const rent = useRent();
  const plan = rent.status === 'ready' ? rent.plan : null;
  const banks = sortConnections(connections.data ?? [], plan?.connectionId);
  const isEmpty = connections.data?.length === 0;
  return (
    <div className="stack">
      <div className="page-head">
        <div>
          <PageHeading>{text.accounts.heading}</PageHeading>
          {!isEmpty && <BankTotals />}
        </div>
        {/* Placeholders keep the place of what comes, so that nothing moves. */}
        {getLoadStatus(connections) === 'loading' && <span className="button skeleton" />}
        {banks.length > 0 && (
          <Link to="/connect" className="button button-quiet">
            {text.accounts.another}
          </Link>
        )}
      </div>
      <div className="beside-rent">
        <RentCard>
          {rent.status === 'loading' && <span className="button skeleton" />}
          {banks.length > 0 && rent.status === 'ready' && (
            <Link to="/choose" className={plan ? 'button button-quiet' : 'button'}>
              {plan ? text.rent.change : text.rent.choose}
            </Link>
          )}
        </RentCard>
        <div className="stack">
          <LoadNotice query={connections} />
          {isEmpty && <NoBank />}
          {banks.map((connection) => (
            <Bank key={connection.id} connection={connection} />
          ))}
        </div>
      </div>
    </div>
  );
}

function NoBank(): ReactElement {
  const { text } = usePreferences();
  const { connect, begin } = useBankConnect();
  return (
    <section className="empty" aria-labelledby="empty-heading">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 10h16M5 20h14M6.5 10v10M12 10v10M17.5 10v10M4 10l8-6 8 6" />
      </svg>
      <h2 id="empty-heading">{text.accounts.empty}</h2>
      <p>{text.accounts.emptyLead}</p>
      <ConnectButton connect={{ session: connect.session, open: begin }}>
        {text.accounts.connect}
      </ConnectButton>
    </section>
  );
}

function Bank({ connection }: { readonly connection: Connection }): ReactElement {
  const { begin, connections } = useBankConnect();
  const accounts = useAccounts(connection.id);
  const now = useSandboxNow();
  return (
    <section className="bank">
      <ConnectionCard
        connection={connection}
        connections={connections.data}
        connect={{ open: begin }}
        headingLevel={2}
        nightlyRefresh
        now={now}
      />
      <AccountList
        accounts={accounts}
        expected={connection.accounts}
        headingLevel={3}
        badges="none"
        moneyPolicy={moneyPolicy}
        showAsOf={false}
      />
    </section>
  );
}
