import type { ReactElement } from 'react';
import { Bank } from './Bank.tsx';
import { Providers } from './Providers.tsx';

export default function Page(): ReactElement {
  return (
    <Providers locale="en-CA">
      <Bank />
    </Providers>
  );
}
