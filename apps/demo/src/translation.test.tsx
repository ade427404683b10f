import { flinksKeys } from '@flinks-kit/react/query';
import { fakeConnection, fakeSnapshot } from '@flinks-kit/react/testing';
import type { QueryClient } from '@tanstack/react-query';
import { act, cleanup } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { translatePage } from '../../../packages/react/test/translatePage.ts';
import { renderInApp, samplePlan } from '../test/renderInApp.tsx';
import { BankTotals } from './connections/BankTotals.tsx';
import { ControlsPane } from './developer/ControlsPane.tsx';
import { ConfirmedAction } from './layout/ConfirmedAction.tsx';
import { RentCard } from './rent/RentCard.tsx';
import { rentPlanQuery } from './rent/rentPlanQuery.ts';
import { en } from './text/en.ts';

// As in the kit's own test: page translation replaces text nodes, and React cannot remove a bare one that was replaced.

const never = () => new Promise<never>(() => {});
const change = { isError: false, isPending: false, isSuccess: false, mutate: () => {}, takeBack: null };
const words = en.settings.deleteEverything;

interface State {
  readonly element: ReactElement;
  readonly set?: (queryClient: QueryClient) => void;
}

const scenario = (next: string | null) => (queryClient: QueryClient) =>
  queryClient.setQueryData(['fernhill', 'sandbox', 'scenario'], {
    next,
    scenarios: [{ name: 'retry-later', summary: 'The bank is down.' }],
  });

const rentKey = rentPlanQuery('robin').queryKey;
const rent = (plan: typeof samplePlan | null) => (queryClient: QueryClient) =>
  queryClient.setQueryData(rentKey, plan);

const components: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  ConfirmedAction: {
    idle: { element: <ConfirmedAction words={words} action={change} /> },
    sending: { element: <ConfirmedAction words={words} action={{ ...change, isPending: true }} /> },
    failed: { element: <ConfirmedAction words={words} action={{ ...change, isError: true }} /> },
    held: { element: <ConfirmedAction words={words} action={{ ...change, takeBack: () => {} }} /> },
  },
  RentCard: {
    loading: {
      element: <RentCard />,
      set: (queryClient) => queryClient.removeQueries({ queryKey: rentKey }),
    },
    agreed: { element: <RentCard />, set: rent(samplePlan) },
    'not agreed': { element: <RentCard />, set: rent(null) },
  },
  ControlsPane: {
    'by hand': { element: <ControlsPane />, set: scenario(null) },
    scenario: { element: <ControlsPane />, set: scenario('retry-later') },
  },
  BankTotals: {
    none: { element: <BankTotals />, set: (queryClient) => setAccounts(queryClient, 0) },
    one: { element: <BankTotals />, set: (queryClient) => setAccounts(queryClient, 1) },
  },
};

function setAccounts(queryClient: QueryClient, count: number): void {
  const snapshot = fakeSnapshot();
  queryClient.setQueryData(flinksKeys.connections({}), [fakeConnection()]);
  queryClient.setQueryData(flinksKeys.accounts({}, 'connection-1'), {
    ...snapshot,
    accounts: snapshot.accounts.slice(0, count),
  });
}

/** Shows one state, then the other, and returns the words of each. `translated` is the page after the first. */
async function show(
  [first, second]: readonly [State, State],
  translated: boolean,
): Promise<readonly string[]> {
  const { container, rerender, queryClient } = renderInApp(first.element, {
    rent: never,
    client: { listConnections: async () => [fakeConnection()], getAccounts: never },
  });
  await act(async () => first.set?.(queryClient));
  rerender(first.element);
  const before = read(container);
  if (translated) translatePage(container);
  await act(async () => second.set?.(queryClient));
  rerender(second.element);
  const after = read(container);
  cleanup();
  return [before, after];
}

const read = (root: Element) => (root.textContent ?? '').replaceAll(/[«»]/g, '').replaceAll(/\s+/g, ' ');

describe.each(Object.entries(components))('%s, translated', (_name, states) => {
  afterEach(() => vi.restoreAllMocks());

  const names = Object.keys(states);
  const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const));

  it.each(pairs)('changes from %s to %s', async (from, to) => {
    const pair = [states[from]!, states[to]!] as const;
    const [before, expected] = await show(pair, false);
    expect(before, 'two states').not.toBe(expected);
    expect(await show(pair, true)).toEqual([before, expected]);
  });
});
