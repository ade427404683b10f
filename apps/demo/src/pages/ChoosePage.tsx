import { AccountPicker, ConnectButton, rankAccounts, useAllAccounts } from '@flinks-kit/react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { moneyPolicy } from '../accounts/moneyPolicy.ts';
import { LoadNotice } from '../layout/LoadNotice.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import type { AccountChoice } from '../rent/RentPlan.ts';
import { rentPlanQuery } from '../rent/rentPlanQuery.ts';
import { useRent } from '../rent/useRent.ts';
import { navigate } from '../routing/useRoute.ts';
import { useBankConnect } from '../session/BankConnect.tsx';
import { useUser } from '../user/User.tsx';

/** The account that the rent comes from: suggests the most suitable one, and explains the others. */
export function ChoosePage(): ReactElement {
  const { text } = usePreferences();
  const { connect, connections, begin } = useBankConnect();
  const isEmpty = connections.data?.length === 0;
  return (
    <div className="narrow stack">
      <PageHeading>{text.choose.heading}</PageHeading>
      <p className="lead">{isEmpty ? text.choose.nothing : text.choose.lead}</p>
      <LoadNotice query={connections} />
      {isEmpty && (
        <ConnectButton connect={{ session: connect.session, open: begin }}>
          {text.accounts.connect}
        </ConnectButton>
      )}
      {connections.data && !isEmpty && <ChooseForm />}
    </div>
  );
}

/** One choice among the accounts of all banks, the bank with the best one first. */
function ChooseForm(): ReactElement {
  const { text } = usePreferences();
  const { user } = useUser();
  const all = useAllAccounts();
  const rent = useRent();
  const plan = useQuery(rentPlanQuery(user.name));
  const [picked, setPicked] = useState<AccountChoice | null>(null);
  // Nothing is suggested before it is known which account pays now.
  const suggested = rent.status === 'ready' ? (rent.plan ?? suggest(all.accounts)) : null;
  const chosen = picked ?? suggested;
  const isListed = all.accounts.some(
    ({ connectionId, id }) => connectionId === chosen?.connectionId && id === chosen.accountId,
  );

  const review = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === null) return;
    const { connectionId, accountId } = chosen;
    navigate('/agreement', { state: { choice: { connectionId, accountId } } });
  };
  return (
    <form className="choose stack" onSubmit={review}>
      {(rent.status === 'failed' || rent.status === 'offline') && (
        <LoadNotice query={plan} words={text.settings.cancelAgreement.load} />
      )}
      <AccountPicker
        accounts={all}
        groupBy="connection"
        purpose="pad-debit"
        moneyPolicy={moneyPolicy}
        name="account"
        required
        value={chosen && `${chosen.connectionId}/${chosen.accountId}`}
        onValueChange={(_value, account) =>
          setPicked(account && { connectionId: account.connectionId, accountId: account.id })
        }
      />
      {/* Without a choice that is on the page there is nothing to review. */}
      {isListed && (
        <button type="submit" className="button">
          {text.choose.next}
        </button>
      )}
    </form>
  );
}

function suggest(accounts: Parameters<typeof rankAccounts>[0]): AccountChoice | null {
  const [best] = rankAccounts(accounts, 'pad-debit');
  if (best?.assessment.status !== 'eligible') return null;
  return { connectionId: best.account.connectionId, accountId: best.account.id };
}
