import { FlinksProvider, useFlinks } from '@flinks-kit/react';
import { createFakeFlinks } from '@flinks-kit/react/testing';
import type { Decorator } from '@storybook/react-vite';
import { type ReactElement, type ReactNode, useState } from 'react';
import { sampleAccounts } from '../../packages/react/test/sampleAccounts.ts';

/** A page whose person has connected one bank already: `connection-1`, with three accounts. */
export const withConnectedBank: Decorator = (Story) => (
  <ConnectedBank>
    <Story />
  </ConnectedBank>
);

function ConnectedBank({ children }: { readonly children: ReactNode }): ReactElement {
  const { locale, labels, timeZone } = useFlinks();
  const [client] = useState(() => {
    const fake = createFakeFlinks({ accounts: sampleAccounts.slice(0, 3) });
    // The fake stores a connection when it gets the request; its answer is not needed here.
    void fake.client.linkConnection({ loginId: '00000000-0000-4000-8000-000000000001', accountIds: [] });
    return fake.client;
  });
  return (
    <FlinksProvider client={client} locale={locale} labels={labels} timeZone={timeZone}>
      {children}
    </FlinksProvider>
  );
}
