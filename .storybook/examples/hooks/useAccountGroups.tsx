import { type ConnectedAccount, formatMoney, useAccountGroups } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function MoneyByKind({ accounts }: { readonly accounts: readonly ConnectedAccount[] }): ReactElement {
  const groups = useAccountGroups(accounts, { filter: isCanadian });
  return (
    <dl>
      {groups.map(({ category, totals }) => (
        <div key={category}>
          <dt>{category}</dt>
          {totals.map(({ currency, amount }) => (
            <dd key={currency}>{formatMoney(amount, currency, 'en-CA')}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

// Outside the component: a new function at each render would mean new groups at each render.
const isCanadian = ({ currency }: ConnectedAccount): boolean => currency === 'CAD';
