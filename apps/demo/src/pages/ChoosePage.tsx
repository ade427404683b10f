import { AccountPicker, ConnectButton, rankAccounts, useAllAccounts } from '@flinks-kit/react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { moneyPolicy } from '../accounts/moneyPolicy.ts';
import { LoadNotice } from '../layout/LoadNotice.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import type { AccountChoice } from '../rent/RentPlan.ts';
import { useRent } from '../rent/useRent.ts';
import { navigate } from '../routing/useRoute.ts';
import { useBankConnect } from '../session/BankConnect.tsx';

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

/** One choice among the accounts of all banks, the best one first. */
function ChooseForm(): ReactElement {
  const { text } = usePreferences();
  const all = useAllAccounts();
  const rent = useRent();
  const plan = rent.status === 'ready' ? rent.plan : null;
  const [picked, setPicked] = useState<AccountChoice | null>(null);
  const chosen = picked ?? plan ?? suggest(all.accounts);
  const isListed = all.accounts.some(({ id }) => id === chosen?.accountId);

  const review = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === null) return;
    const { connectionId, accountId } = chosen;
    navigate('/agreement', { state: { choice: { connectionId, accountId } } });
  };
  return (
    <form className="choose stack" onSubmit={review}>
      <AccountPicker
        accounts={all}
        purpose="pad-debit"
        moneyPolicy={moneyPolicy}
        name="account"
        required
        value={chosen?.accountId ?? null}
        onValueChange={(accountId, account) =>
          setPicked(
            accountId === null || account === null ? null : { connectionId: account.connectionId, accountId },
          )
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
