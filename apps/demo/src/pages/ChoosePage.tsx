import { AccountPicker, type Connection, useAccounts } from '@flinks-kit/react';
import type { FormEvent, ReactElement } from 'react';
import { useJourney } from '../journey/Journey.tsx';
import { useLook } from '../look/Look.tsx';
import { LeaseCard } from '../parts/LeaseCard.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { useRentPlan } from '../rent/useRentPlan.ts';
import { navigate } from '../routing/useRoute.ts';

/** Which account the rent comes from: the best one is suggested, the others say why not. */
export function ChoosePage(): ReactElement {
  const { text } = useLook();
  const { connections, begin } = useJourney();
  return (
    <div className="beside">
      <div className="stack">
        <PageHeading>{text.choose.heading}</PageHeading>
        <p className="lead">{text.choose.lead}</p>
        {connections.isPending && <p role="status">{text.accounts.loading}</p>}
        {connections.data?.length === 0 && (
          <>
            <p>{text.choose.nothing}</p>
            <button type="button" className="button" onClick={() => begin()}>
              {text.accounts.connect}
            </button>
          </>
        )}
        {connections.data?.map((connection) => (
          <BankForm key={connection.id} connection={connection} />
        ))}
      </div>
      <LeaseCard />
    </div>
  );
}

function BankForm({ connection }: { readonly connection: Connection }): ReactElement {
  const { text } = useLook();
  const plan = useRentPlan();
  const accounts = useAccounts(connection.id);
  const review = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const accountId = new FormData(event.currentTarget).get('account');
    if (typeof accountId !== 'string') return;
    navigate('/agreement', { visit: { choice: { connectionId: connection.id, accountId } } });
  };
  return (
    <form className="stack" onSubmit={review}>
      <AccountPicker
        accounts={accounts}
        purpose="pad-debit"
        name="account"
        required
        legend={connection.institution}
        defaultValue={plan?.connectionId === connection.id ? plan.accountId : undefined}
      />
      <button type="submit" className="button">
        {text.choose.next}
      </button>
    </form>
  );
}
