import { FlinksProvider, frCA, useFlinks } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';

const queryClient = new QueryClient();

/** An app whose user switches between English and French. */
export function BilingualApp(): ReactElement {
  const [locale, setLocale] = useState('fr-CA');
  const isFrench = locale === 'fr-CA';
  return (
    <QueryClientProvider client={queryClient}>
      <FlinksProvider
        endpoint="/api/flinks"
        userId="the-signed-in-user"
        locale={locale}
        labels={isFrench ? frCA : undefined}
        timeZone="America/Toronto"
      >
        <button type="button" onClick={() => setLocale(isFrench ? 'en-CA' : 'fr-CA')}>
          {isFrench ? 'English' : 'Français'}
        </button>
        <CurrentLocale />
      </FlinksProvider>
    </QueryClientProvider>
  );
}

function CurrentLocale(): ReactElement {
  const { locale } = useFlinks();
  return <p lang={locale}>{locale}</p>;
}
