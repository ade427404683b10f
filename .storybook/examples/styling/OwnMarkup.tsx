import { type ConnectedAccount, describeEft, formatMoney, useFlinks } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function OwnMarkup({ account }: { readonly account: ConnectedAccount }): ReactElement {
  const { locale } = useFlinks();
  const { status, explanation } = describeEft(account.eft, locale);
  return (
    <p>
      {account.title}: {formatMoney(account.balance.current ?? 0, account.currency, locale)}. {status}:{' '}
      {explanation}
    </p>
  );
}
