import { AccountPicker, type ConnectedAccount, EftBadge, useAllAccounts } from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';

// Outside the component: a new function at each render would rank the accounts again.
const forETransfer = ({ eTransfer }: ConnectedAccount): ConnectedAccount['eTransfer'] => eTransfer;

/** A refund by Interac e-Transfer: the account’s own bank decides whether it takes part. */
export function RefundAccount(): ReactElement {
  const all = useAllAccounts();
  const [accountId, setAccountId] = useState<string | null>(null);
  const chosen = all.accounts.find(({ id }) => id === accountId);

  return (
    <>
      <AccountPicker
        accounts={all}
        purpose="other"
        method="e-transfer"
        assess={forETransfer}
        legend="Which account should get the refund?"
        onValueChange={setAccountId}
      />
      {chosen !== undefined && (
        <p>
          <span>{chosen.title}</span> <EftBadge assessment={chosen.eTransfer} method="e-transfer" />
        </p>
      )}
    </>
  );
}
