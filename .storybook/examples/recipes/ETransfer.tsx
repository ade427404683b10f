import { AccountPicker, type ConnectedAccount, EftBadge, useAllAccounts } from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';

// Outside the component: a new function at each render would rank the accounts again.
const forETransfer = ({ eTransfer }: ConnectedAccount): ConnectedAccount['eTransfer'] => eTransfer;

/** A refund by Interac e-Transfer: the account’s own bank decides whether it takes part. */
export function RefundAccount(): ReactElement {
  const all = useAllAccounts();
  const [chosen, setChosen] = useState<ConnectedAccount | null>(null);

  return (
    <>
      <AccountPicker
        accounts={all}
        purpose="other"
        method="e-transfer"
        assess={forETransfer}
        legend="Which account should get the refund?"
        onValueChange={(_value, account) => setChosen(account)}
      />
      {chosen && (
        <p>
          <span>{chosen.title}</span> <EftBadge assessment={chosen.eTransfer} method="e-transfer" />
        </p>
      )}
    </>
  );
}
