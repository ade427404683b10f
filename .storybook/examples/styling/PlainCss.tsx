import { AccountRow, type ConnectedAccount } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import './plain.css';

export function PlainCss({ account }: { readonly account: ConnectedAccount }): ReactElement {
  return (
    <ul className="rent-app">
      <AccountRow account={account} />
    </ul>
  );
}
