import '@flinks-kit/react/styles.css';
import type { ReactElement, ReactNode } from 'react';

export const metadata = { title: 'Accounts' };

export default function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
