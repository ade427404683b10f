'use client';

import { AccountList, useAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** The accounts of one connection: a client component without any Next.js import. */
export function Accounts({ connectionId }: { readonly connectionId: string | undefined }): ReactElement {
  return <AccountList accounts={useAccounts(connectionId)} />;
}
