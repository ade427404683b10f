import type { ReactElement, ReactNode } from 'react';
import { Providers } from '../Providers.tsx';

export default function FrenchLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return <Providers locale="fr-CA">{children}</Providers>;
}
