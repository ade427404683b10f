import { FlinksProvider, frCA } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { DeveloperProvider } from './developer/Developer.tsx';
import { JourneyProvider } from './session/BankConnect.tsx';
import { LookProvider, useLook } from './preferences/Preferences.tsx';
import { AccountsPage } from './pages/AccountsPage.tsx';
import { AgreementPage } from './pages/AgreementPage.tsx';
import { ChoosePage } from './pages/ChoosePage.tsx';
import { ConnectPage } from './pages/ConnectPage.tsx';
import { NowherePage } from './pages/NotFoundPage.tsx';
import { WelcomePage } from './pages/WelcomePage.tsx';
import { Frame } from './layout/Layout.tsx';
import { ResidentProvider, useResident } from './user/User.tsx';
import { useRoute } from './routing/useRoute.ts';

/** The sample app: rent by pre-authorized debit, from a bank that was connected by Flinks. */
export function App(): ReactElement {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <LookProvider>
        <DeveloperProvider>
          <ResidentProvider>
            <Kit />
          </ResidentProvider>
        </DeveloperProvider>
      </LookProvider>
    </QueryClientProvider>
  );
}

function Kit(): ReactElement {
  const { language, locale } = useLook();
  const { client, resident } = useResident();
  return (
    <FlinksProvider
      client={client}
      locale={locale}
      labels={language === 'fr' ? frCA : undefined}
      timeZone="America/Toronto"
    >
      <JourneyProvider key={resident.name}>
        <Frame>
          <Page />
        </Frame>
      </JourneyProvider>
    </FlinksProvider>
  );
}

function Page(): ReactElement {
  switch (useRoute()) {
    case '/':
      return <WelcomePage />;
    case '/connect':
      return <ConnectPage />;
    case '/accounts':
      return <AccountsPage />;
    case '/choose':
      return <ChoosePage />;
    case '/agreement':
      return <AgreementPage />;
    case null:
      return <NowherePage />;
  }
}
