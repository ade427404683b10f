import { AccountPicker, type Connection, rankAccounts, useFlinks } from '@flinks-kit/react';
import { accountsQueryOptions } from '@flinks-kit/react/query';
import { useQueries } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useBankConnect } from '../session/BankConnect.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { RentCard } from '../rent/RentCard.tsx';
import { sortConnections } from '../connections/sortConnections.ts';
import { PageHeading } from '../layout/PageHeading.tsx';
import type { AccountChoice } from '../rent/RentPlan.ts';
import { useRentPlan } from '../rent/useRentPlan.ts';
import { navigate } from '../routing/useRoute.ts';

/** Which account the rent comes from: the best one is suggested, the others say why not. */
export function ChoosePage(): ReactElement {
  const { text } = usePreferences();
  const { connections, begin } = useBankConnect();
  return (
    <div className="beside">
      <div className="stack">
        <PageHeading>{text.choose.heading}</PageHeading>
        <p className="lead">{text.choose.lead}</p>
        {connections.isPending && <p role="status">{text.accounts.loading}</p>}
        {connections.isError && <p role="alert">{text.accounts.failed}</p>}
        {connections.data?.length === 0 && (
          <>
            <p>{text.choose.nothing}</p>
            <button type="button" className="button" onClick={() => begin()}>
              {text.accounts.connect}
            </button>
          </>
        )}
        {connections.data && connections.data.length > 0 && <ChooseForm connections={connections.data} />}
      </div>
      <RentCard />
    </div>
  );
}

/** One choice among the accounts of all banks: the radio buttons of one form, in a fieldset per bank. */
function ChooseForm({ connections }: { readonly connections: readonly Connection[] }): ReactElement {
  const { text } = usePreferences();
  const { client } = useFlinks();
  const plan = useRentPlan();
  const [picked, setPicked] = useState<AccountChoice | null>(null);
  const banks = sortConnections(connections, plan?.connectionId);
  const accounts = useQueries({ queries: banks.map(({ id }) => accountsQueryOptions(client, id)) });
  const chosen = picked ?? plan ?? suggest(accounts.flatMap(({ data }) => data?.accounts ?? []));

  const review = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === null) return;
    const { connectionId, accountId } = chosen;
    navigate('/agreement', { state: { choice: { connectionId, accountId } } });
  };
  return (
    <form className="stack" onSubmit={review}>
      {banks.map(({ id, institutionName, institution }, index) => (
        <AccountPicker
          key={id}
          accounts={accounts[index] ?? []}
          purpose="pad-debit"
          name="account"
          required
          legend={institutionName ?? institution}
          value={chosen?.connectionId === id ? chosen.accountId : null}
          onValueChange={(accountId) =>
            setPicked(accountId === null ? null : { connectionId: id, accountId })
          }
        />
      ))}
      <button type="submit" className="button">
        {text.choose.next}
      </button>
    </form>
  );
}

function suggest(accounts: Parameters<typeof rankAccounts>[0]): AccountChoice | null {
  const [best] = rankAccounts(accounts, 'pad-debit');
  if (best?.assessment.status !== 'eligible') return null;
  return { connectionId: best.account.connectionId, accountId: best.account.id };
}
