import { AccountList, type Connection, ConnectionCard, useAccounts } from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';
import { nameAccount } from '../accounts/nameAccount.ts';
import { DeleteEverything } from '../connections/DeleteEverything.tsx';
import { sortConnections } from '../connections/sortConnections.ts';
import { useSandboxNow } from '../developer/useSandboxNow.ts';
import { LoadNotice } from '../layout/LoadNotice.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { Success } from '../layout/Success.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { firstOfNextMonth, formatDay, formatRent } from '../rent/format.ts';
import { RentCard } from '../rent/RentCard.tsx';
import { type Rent, useRent } from '../rent/useRent.ts';
import { Link } from '../routing/Link.tsx';
import { readRouteState } from '../routing/useRoute.ts';
import { useBankConnect } from '../session/BankConnect.tsx';
import { useUser } from '../user/User.tsx';

/** The rent, and every connected bank with its accounts. */
export function AccountsPage(): ReactElement {
  const { text } = usePreferences();
  const { connections, begin } = useBankConnect();
  const rent = useRent();
  const plan = rent.status === 'ready' ? rent.plan : null;
  const banks = sortConnections(connections.data ?? [], plan?.connectionId);
  const isEmpty = connections.data?.length === 0;
  return (
    <div className="stack">
      <div className="page-head">
        <PageHeading>{text.accounts.heading}</PageHeading>
        {banks.length > 0 && (
          <button type="button" className="button button-quiet" onClick={() => begin()}>
            {text.accounts.another}
          </button>
        )}
      </div>
      <Agreed rent={rent} />
      <RentCard>
        {banks.length > 0 && rent.status === 'ready' && (
          <Link to="/choose" className={plan ? 'button button-quiet' : 'button'}>
            {plan ? text.rent.change : text.rent.choose}
          </Link>
        )}
      </RentCard>
      <LoadNotice query={connections} />
      {isEmpty && (
        <>
          <p className="lead">{text.accounts.empty}</p>
          <button type="button" className="button" onClick={() => begin()}>
            {text.accounts.connect}
          </button>
        </>
      )}
      {banks.map((connection) => (
        <Bank key={connection.id} connection={connection} />
      ))}
      {banks.length > 0 && <DeleteEverything connections={banks} />}
    </div>
  );
}

function Bank({ connection }: { readonly connection: Connection }): ReactElement {
  const { begin } = useBankConnect();
  const accounts = useAccounts(connection.id);
  const now = useSandboxNow();
  return (
    <section className="bank">
      <ConnectionCard connection={connection} connect={{ open: begin }} headingLevel={2} now={now} />
      <AccountList accounts={accounts} headingLevel={3} showAsOf={false} />
    </section>
  );
}

/** The user just agreed to the debits: the moment of success, with what comes next. */
function Agreed({ rent }: { readonly rent: Rent }): ReactElement | null {
  const { text, locale } = usePreferences();
  const { user } = useUser();
  const [agreed] = useState(() => readRouteState().agreed);
  if (agreed !== true || rent.status !== 'ready' || rent.plan === null) return null;
  const { title, body } = text.accounts.agreed;
  return (
    <Success
      title={title}
      body={body(
        formatRent(user.rent, locale),
        nameAccount(rent.plan),
        formatDay(firstOfNextMonth(), locale),
      )}
    />
  );
}
