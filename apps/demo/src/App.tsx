import { FlinksProvider, frCA, type InstitutionLogoResolver } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { DeveloperProvider } from './developer/Developer.tsx';
import { BankConnectProvider } from './session/BankConnect.tsx';
import { PreferencesProvider, usePreferences } from './preferences/Preferences.tsx';
import { AccountsPage } from './pages/AccountsPage.tsx';
import { AgreementPage } from './pages/AgreementPage.tsx';
import { ChoosePage } from './pages/ChoosePage.tsx';
import { ConnectPage } from './pages/ConnectPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { SettingsPage } from './pages/SettingsPage.tsx';
import { WelcomePage } from './pages/WelcomePage.tsx';
import { Layout } from './layout/Layout.tsx';
import { UserProvider, useUser } from './user/User.tsx';
import { useRoute } from './routing/useRoute.ts';

/** The sample app: rent by pre-authorized debit, from a bank account that is connected through Flinks. */
export function App(): ReactElement {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider>
        <DeveloperProvider>
          <UserProvider>
            <Kit />
          </UserProvider>
        </DeveloperProvider>
      </PreferencesProvider>
    </QueryClientProvider>
  );
}

function Kit(): ReactElement {
  const { language, locale } = usePreferences();
  const { client, user } = useUser();
  return (
    <FlinksProvider
      client={client}
      locale={locale}
      labels={language === 'fr' ? labels.fr : labels.en}
      timeZone="America/Toronto"
      institutionLogo={getBankLogo}
    >
      <BankConnectProvider key={user.name}>
        <Layout>
          <Page />
        </Layout>
      </BankConnectProvider>
    </FlinksProvider>
  );
}

// Plain words without Flinks' own names of the categories beside them.
const categoryTerms = { Operations: '', Credits: '', Products: '', Other: '' };
const labels = {
  en: { accounts: { categoryTerms } },
  fr: { ...frCA, accounts: { ...frCA.accounts, categoryTerms } },
};

// Fernhill's server has the logos of the sandbox's banks. A bank without one gets the initials of its name.
function getBankLogo({ institution, name }: BankNames): string {
  return `/logos/${encodeURIComponent(institution ?? name)}`;
}

type BankNames = Parameters<InstitutionLogoResolver>[0];

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
    case '/settings':
      return <SettingsPage />;
    case null:
      return <NotFoundPage />;
  }
}
