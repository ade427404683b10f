import { formatMoney, useFlinks } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function InWords({ rent }: { readonly rent: number }): ReactElement {
  const { locale, timeZone } = useFlinks();
  return (
    <p>
      <output>{formatMoney(rent, 'CAD', locale)}</output> ({timeZone ?? 'your time zone'})
    </p>
  );
}
