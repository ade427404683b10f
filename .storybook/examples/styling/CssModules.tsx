import { AccountRow, type ConnectedAccount } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import styles from './Rent.module.css';

export function CssModules({ account }: { readonly account: ConnectedAccount }): ReactElement {
  return (
    <ul>
      <AccountRow account={account} className={styles['row']} />
    </ul>
  );
}
