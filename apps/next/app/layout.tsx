import '@flinks-kit/react/styles.css';
import type { ReactElement, ReactNode } from 'react';

// A browser asks for an icon unless it is told that there is none.
export const metadata = { title: 'Accounts', icons: 'data:,' };

export default function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
