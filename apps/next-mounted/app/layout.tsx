import '@flinks-kit/react/styles.css';
import type { ReactElement, ReactNode } from 'react';

// Without an icon in the page, browsers request one.
export const metadata = { title: 'Bank', icons: 'data:,' };

export default function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
