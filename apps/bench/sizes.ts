import { bytesOf, gzipSize } from './size.ts';
import type { Line } from './report.ts';

/**
 * What each entry point costs an app, beside its budget (bytes, minified and gzipped) and what peers cost. A ceiling is
 * today's size: a change that passes it spends from the budget on purpose, and raises it here.
 */
export async function measureSizes(): Promise<readonly Line[]> {
  const exporting = (names: string, from = '@flinks-kit/react') => `export { ${names} } from '${from}';`;

  const hook = await gzipSize(exporting('useFlinksConnect'));
  const inline = await gzipSize(exporting('useFlinksConnect, FlinksProvider, FlinksConnect'));
  // Each component brings its own English, so this is what an app pays without passing `en`.
  const accounts = await gzipSize(
    exporting('useFlinksConnect, FlinksProvider, FlinksConnect, AccountList, AccountPicker, EftBadge'),
  );
  const queries = await gzipSize(
    exporting(
      'connectionsQueryOptions, connectionQueryOptions, accountsQueryOptions',
      '@flinks-kit/react/query',
    ),
  );
  const one = await gzipSize(exporting('FlinksProvider, useAccounts, useConnections'));
  const all = await gzipSize(exporting('FlinksProvider, useAccounts, useConnections, useAllAccounts'));
  const picker = await gzipSize(
    exporting('useFlinksConnect, FlinksProvider, FlinksConnect, InstitutionPicker, useInstitutions'),
  );
  const nothing = await gzipSize(`import '@flinks-kit/react';`);

  const plaid = await gzipSize(exporting('usePlaidLink', 'react-plaid-link'));
  const stripe = await gzipSize(
    `export { loadStripe } from '@stripe/stripe-js'; ${exporting('Elements, PaymentElement, useStripe', '@stripe/react-stripe-js')}`,
  );

  const diagnostics = await bytesOf('packages/react/src/development/', `export * from '@flinks-kit/react';`);

  return [
    {
      what: 'useFlinksConnect',
      figure: hook,
      unit: 'B',
      budget: 6100,
      ceiling: 5982,
      reference: stripe,
      beside: "Stripe's pair",
      ratioBudget: 1.08,
    },
    { what: '— beside Plaid', figure: hook, unit: 'B', reference: plaid, beside: 'usePlaidLink' },
    { what: '+ FlinksProvider, FlinksConnect', figure: inline, unit: 'B', budget: 8800, ceiling: 8798 },
    {
      what: '+ AccountList, AccountPicker, EftBadge',
      figure: accounts - inline,
      unit: 'B',
      budget: 8000,
    },
    { what: '+ useAllAccounts over useAccounts', figure: all - one, unit: 'B', budget: 800 },
    { what: '+ InstitutionPicker, useInstitutions', figure: picker - inline, unit: 'B', budget: 2000 },
    { what: 'development diagnostics', figure: diagnostics, unit: 'B', budget: 0 },
    { what: 'query options', figure: queries, unit: 'B', budget: 2000 },
    { what: "import '@flinks-kit/react' alone", figure: nothing, unit: 'B', budget: 0 },
  ];
}
