import { AccountList, type FlinksClient, useAccounts } from '@flinks-kit/react';
import { accountsQueryOptions } from '@flinks-kit/react/query';
import type { QueryClient } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useParams } from 'react-router';

/** Starts before the page is shown. Details that the bank still collects arrive in the page by themselves. */
export const bankLoader =
  (queryClient: QueryClient, client: FlinksClient) =>
  ({ params }: LoaderFunctionArgs) =>
    queryClient.ensureQueryData(accountsQueryOptions(client, params['connectionId']));

export function BankPage() {
  const { connectionId } = useParams();
  return <AccountList accounts={useAccounts(connectionId)} />;
}
