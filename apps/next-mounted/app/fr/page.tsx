'use client';

import { AccountList } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export default function FrenchPage(): ReactElement {
  return <AccountList accounts={[]} />;
}
