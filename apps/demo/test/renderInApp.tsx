import { type FlinksClient, FlinksProvider } from '@flinks-kit/react';
import { fakeConnection, fakeSnapshot } from '@flinks-kit/react/testing';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { type ReactElement, StrictMode } from 'react';
import { vi } from 'vitest';
import { testClient } from '../../../packages/react/test/testClient.ts';
import { DeveloperProvider } from '../src/developer/Developer.tsx';
import { PreferencesProvider } from '../src/preferences/Preferences.tsx';
import { storePreferences } from '../src/preferences/storedPreferences.ts';
import type { RentPlan } from '../src/rent/RentPlan.ts';
import { BankConnectProvider } from '../src/session/BankConnect.tsx';
import { UserProvider } from '../src/user/User.tsx';

/** Renders a part of the app below all of its providers, with the kit's client and Fernhill's rent as a test sets them. */
export function renderInApp(ui: ReactElement, facts: AppFacts = {}): Rendered {
  const { client, rent = async () => null, language = 'en' } = facts;
  storePreferences({ language, theme: 'light', panel: false });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_address, init) => {
    const plan = await rent(init?.method ?? 'GET');
    return Response.json({ plan });
  });
  const kitClient = testClient({
    listConnections: async () => [fakeConnection({ id: samplePlan.connectionId })],
    getAccounts: async () => fakeSnapshot(),
    ...client,
  });
  const inApp = (part: ReactElement): ReactElement => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PreferencesProvider>
          <DeveloperProvider>
            <UserProvider>
              <FlinksProvider client={kitClient} locale="en-CA">
                <BankConnectProvider>{part}</BankConnectProvider>
              </FlinksProvider>
            </UserProvider>
          </DeveloperProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  const rendered = render(inApp(ui));
  return { ...rendered, rerender: (part) => rendered.rerender(inApp(part)), queryClient };
}

/** Sets whether TanStack takes the browser for online. */
export const setOnline = (isOnline: boolean): void => onlineManager.setOnline(isOnline);

/** The agreement of a user who pays from the first account of the sample connection. */
export const samplePlan: RentPlan = {
  connectionId: 'connection-1',
  accountId: 'account-1',
  title: 'Everyday chequing',
  mask: '•••• 0236',
  agreedAt: '2026-11-02T10:00:00Z',
};

interface AppFacts {
  readonly client?: Partial<FlinksClient>;
  /** Answers `/api/rent`, by the method; what it throws is a lost network. */
  readonly rent?: (method: string) => Promise<RentPlan | null>;
  readonly language?: 'en' | 'fr';
}

interface Rendered extends Omit<RenderResult, 'rerender'> {
  readonly rerender: (ui: ReactElement) => void;
  readonly queryClient: QueryClient;
}
