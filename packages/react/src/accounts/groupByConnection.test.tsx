import { combineAccounts, type ConnectedAccount, FlinksKitError } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { connected, snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { AccountList } from './AccountList.tsx';
import { AccountPicker } from './AccountPicker.tsx';
import type { AccountsQuery } from './getAccountsView.ts';
import { groupByConnection } from './groupByConnection.tsx';
import { type ConnectionAccounts, useAllAccounts } from './useAllAccounts.ts';

const of = (
  connectionId: string,
  id: string,
  facts: Parameters<typeof connected>[0] = {},
  institutionName: string | null = connectionId,
) => ({
  ...connected({ id, title: id, ...facts }),
  connectionId,
  institution: connectionId,
  institutionName,
});

const bank = (id: string, facts: Partial<ConnectionAccounts> = {}): ConnectionAccounts => ({
  connection: sampleConnection({ id, institution: id, institutionName: `${id} Bank` }),
  status: 'ready',
  snapshot: undefined,
  error: null,
  isFetching: false,
  refetch: () => {},
  ...facts,
});

const all = (
  accounts: readonly ConnectedAccount[],
  connections: readonly ConnectionAccounts[],
): AccountsQuery => ({
  data: snapshot({ accounts }),
  error: null,
  isFetching: false,
  fetchStatus: 'idle',
  refetch: () => {},
  connections,
});

const card = { category: 'Credits', type: 'CreditCard' } as const;

describe('AccountList by connection', () => {
  it('names each bank with its logo, and gives its net total', () => {
    const accounts = [
      of('Maple', 'Chequing', { balance: { available: null, current: 100, limit: null } }),
      of('Maple', 'Card', { ...card, balance: { available: 4970, current: 30, limit: 5000 } }),
      of('Tundra', 'Savings', { balance: { available: null, current: 5, limit: null } }),
    ];
    const { container } = renderWithKit(
      <AccountList accounts={all(accounts, [bank('Maple'), bank('Tundra')])} groupBy={groupByConnection} />,
    );
    const headings = screen.getAllByRole('heading', { level: 3 });
    expect(headings.map(({ textContent }) => textContent)).toEqual(['MBMaple Bank', 'TBTundra Bank']);
    expect(headings[0]?.querySelector('[data-flinks-logo]')).toBeInTheDocument();
    const totals = [...container.querySelectorAll('[data-flinks-totals]')].map(
      ({ textContent }) => textContent,
    );
    expect(totals).toEqual(['Total $70.00', 'Total $5.00']);
    expect(screen.getByRole('list', { name: /Maple Bank/ })).toBeInTheDocument();
  });

  it('keeps a bank that needs the user or is down, and states it', () => {
    const connections = [
      bank('Maple'),
      bank('Tundra', { status: 'needs-user' }),
      bank('Prairie', { status: 'error' }),
    ];
    renderWithKit(
      <AccountList accounts={all([of('Maple', 'Chequing')], connections)} groupBy={groupByConnection} />,
    );
    expect(screen.getByRole('heading', { name: /Tundra Bank.*Needs your attention/ })).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: /Prairie Bank.*Temporarily unavailable/ }),
    ).toBeInTheDocument();
  });

  it('distinguishes two logins of one bank by the end of an account number', () => {
    const connections = ['1120', '3344'].map((digits) => {
      const listed = { id: digits, title: null, mask: `•••• ${digits}`, category: 'Operations' } as const;
      return bank(digits, {
        connection: sampleConnection({ id: digits, institutionName: 'Maple Bank', accounts: [listed] }),
      });
    });
    renderWithKit(
      <AccountList
        accounts={all([of('1120', 'a'), of('3344', 'b')], connections)}
        groupBy={groupByConnection}
      />,
    );
    expect(screen.getByRole('heading', { name: /•••• 1120/ })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: /•••• 3344/ })).toBeInTheDocument();
  });

  it('loses no account of a plain list, where each account names its bank', () => {
    renderWithKit(
      <AccountList accounts={[of('Maple', 'a'), of('Tundra', 'b')]} groupBy={groupByConnection} />,
    );
    expect(screen.getByRole('heading', { name: /Maple/ })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: /Tundra/ })).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });
});

describe('accounts of several banks', () => {
  // The same name and number in each.
  const chequing = (connectionId: string, institutionName: string | null = `${connectionId} Bank`) =>
    of(connectionId, `account-${connectionId}`, { title: 'Chequing' }, institutionName);
  const accounts = [chequing('Maple'), chequing('Tundra')];

  it('are distinguished in a picker by the name of their bank, in words', () => {
    renderWithKit(<AccountPicker accounts={accounts} />);
    expect(screen.getByRole('radio', { name: /^Chequing.*0001\s*Maple Bank/ })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /^Chequing.*0001\s*Tundra/ })).toBeInTheDocument();
    expect(screen.getByText('Maple Bank')).toBeVisible();
  });

  it('are distinguished among those that cannot be chosen, and in an announcement', () => {
    const { container, rerender } = renderWithKit(<AccountPicker accounts={accounts} />);
    const ruledOut = { ...accounts[0]!, eft: { ...accounts[0]!.eft, status: 'ineligible' } as const };
    rerender(<AccountPicker accounts={[ruledOut, accounts[1]!]} />);
    expect(container.querySelector('[data-flinks-choice-change]')).toHaveTextContent(
      'The chosen account is now Chequing •••• 0001 Tundra Bank.',
    );
    expect(container.querySelector('[data-flinks-unusable]')).toHaveTextContent('Maple Bank');
  });

  it('are distinguished in a list by category, and not again under the heading of their bank', async () => {
    const { rerender } = renderWithKit(<AccountList accounts={accounts} searchFrom={1} />);
    expect(screen.getByText('Maple Bank')).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox'), 'maple bank');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    const banks = all(accounts, [bank('Maple'), bank('Tundra')]);
    rerender(<AccountList accounts={banks} groupBy={groupByConnection} />);
    expect(screen.getAllByText('Maple Bank')).toHaveLength(1);
  });

  it('show Flinks’ key of a bank nowhere while its name is not known', () => {
    const unnamed = [chequing('Maple'), chequing('Tundra', null)];
    const connections = [
      bank('Maple'),
      {
        ...bank('Tundra'),
        connection: sampleConnection({ id: 'Tundra', institution: 'Tundra', institutionName: null }),
      },
    ];
    const { container, rerender } = renderWithKit(<AccountPicker accounts={unnamed} />);
    expect(container).not.toHaveTextContent('Tundra');
    rerender(<AccountList accounts={all(unnamed, connections)} groupBy={groupByConnection} />);
    expect(container).not.toHaveTextContent('Tundra');
    expect(screen.getByRole('heading', { name: 'Connected bank' })).toBeInTheDocument();
  });

  it('of one bank do not repeat its name', () => {
    renderWithKit(<AccountPicker accounts={[chequing('Maple'), { ...chequing('Maple'), id: 'other' }]} />);
    expect(screen.queryByText('Maple Bank')).not.toBeInTheDocument();
  });

  it('have a form value with connection and account by themselves', async () => {
    const client = testClient({
      listConnections: () => Promise.resolve(['Maple', 'Tundra'].map((id) => sampleConnection({ id }))),
      getAccounts: (id) => Promise.resolve(snapshot({ accounts: [chequing(id)] })),
    });
    function Form() {
      return (
        <form>
          <AccountPicker accounts={useAllAccounts()} name="account" />
        </form>
      );
    }
    const { container } = renderWithKit(<Form />, { client });
    await userEvent.click(await screen.findByRole('radio', { name: /Tundra/ }));
    expect(new FormData(container.querySelector('form')!).get('account')).toBe('Tundra/account-Tundra');
  });
});

describe('an account that two connections show', () => {
  const same = { identity: 'same' };
  const accounts = combineAccounts([
    snapshot({ accounts: [{ ...of('Maple', 'new'), ...same }], asOf: '2026-11-20T14:05:00Z' }),
    snapshot({ accounts: [{ ...of('Tundra', 'old'), ...same }], asOf: '2026-11-01T14:05:00Z' }),
  ]);

  it('is listed once, with where else it is', () => {
    renderWithKit(<AccountList accounts={accounts} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('also in Tundra •••• 0001')).toBeInTheDocument();
  });

  it('is one choice, whose form value and change name the connection', async () => {
    const onValueChange = vi.fn();
    const { container } = renderWithKit(
      <form>
        <AccountPicker
          accounts={[...accounts, of('Prairie', 'other')]}
          name="account"
          formValue={({ connectionId, id }) => `${connectionId}/${id}`}
          onValueChange={onValueChange}
        />
      </form>,
    );
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    await userEvent.click(screen.getByRole('radio', { name: /other/ }));
    expect(new FormData(container.querySelector('form')!).get('account')).toBe('Prairie/other');
    expect(onValueChange).toHaveBeenLastCalledWith(
      'other',
      expect.objectContaining({ connectionId: 'Prairie' }),
    );
  });
});

describe('a list of all banks', () => {
  function Banks() {
    return <AccountList accounts={useAllAccounts()} groupBy={groupByConnection} />;
  }

  it('loads, and then shows the accounts of the banks that answered beside the one that did not', async () => {
    const client = testClient({
      listConnections: () =>
        Promise.resolve([
          sampleConnection({ id: 'a', institutionName: 'Maple Bank' }),
          sampleConnection({ id: 'b', institutionName: 'Tundra Bank' }),
        ]),
      getAccounts: (id) =>
        id === 'a'
          ? Promise.resolve(snapshot({ accounts: [of('a', 'Chequing')] }))
          : Promise.reject(new FlinksKitError('Down.', { code: 'unavailable' })),
    });
    const { container } = renderWithKit(<Banks />, { client });
    expect(container.querySelector('[data-flinks-account-list]')).toHaveAttribute('aria-busy', 'true');
    expect(
      await screen.findByRole('heading', { name: /Tundra Bank.*Temporarily unavailable/ }),
    ).toBeInTheDocument();
    expect(container.querySelector('[data-flinks-account-list="stale"]')).toBeInTheDocument();
    expect(screen.getByText('Chequing')).toBeInTheDocument();
    // The total of the bank that answered is complete.
    expect(container).not.toHaveTextContent('some balances missing');
  });
});

describe('a bank of several that cannot be read', () => {
  const ids = ['Maple', 'Tundra'];
  const down = new FlinksKitError('Down.', { code: 'unavailable' });
  const needsUser = new FlinksKitError('Sign in.', { code: 'needs-user' });
  const answer = async (id: string) => snapshot({ accounts: [of(id, `Chequing ${id}`)] });

  function renderBanks(component: typeof AccountList | typeof AccountPicker, failing: object = {}) {
    const failures = new Map<string, Error>(Object.entries(failing));
    const failOr = async <Value,>(name: string, value: () => Promise<Value>): Promise<Value> => {
      const failure = failures.get(name);
      if (failure) throw failure;
      return value();
    };
    const client = testClient({
      listConnections: () => failOr('list', async () => ids.map((id) => sampleConnection({ id }))),
      getAccounts: (id) => failOr(id, () => answer(id)),
    });
    const Component = component;
    const Page = () => <Component accounts={useAllAccounts()} />;
    return { ...renderWithKit(<Page />, { client }), failures };
  }

  describe.each([
    ['AccountList', AccountList],
    ['AccountPicker', AccountPicker],
  ] as const)('in %s', (_name, component) => {
    it('is stated beside the accounts of the others, and can be read again', async () => {
      const { failures } = renderBanks(component, { Tundra: down });
      expect(await screen.findByText('Chequing Maple')).toBeInTheDocument();
      expect(await screen.findByText('Your accounts could not be updated.')).toBeInTheDocument();
      failures.clear();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText('Chequing Tundra')).toBeInTheDocument();
      expect(screen.queryByText(/could not be updated/)).not.toBeInTheDocument();
    });

    it.each([
      ['no bank', 'Maple', 'Tundra'],
      ['the list of connections alone not', 'list'],
    ])('keeps its accounts where a second reading reaches %s, and states it', async (_which, ...names) => {
      const { failures, queryClient } = renderBanks(component);
      expect(await screen.findByText('Chequing Maple')).toBeInTheDocument();
      for (const name of names) failures.set(name, down);
      await act(() => queryClient.refetchQueries());
      expect(await screen.findByText('Your accounts could not be updated.')).toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
      expect(screen.getByText('Chequing Tundra')).toBeInTheDocument();
    });

    it('states that a bank requires its user only where no other failed', async () => {
      const { failures, queryClient } = renderBanks(component, { Maple: needsUser });
      expect(await screen.findByText(/needs you to sign in again/)).toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
      failures.set('Tundra', down);
      await act(() => queryClient.refetchQueries());
      expect(await screen.findByText('Your accounts could not be updated.')).toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
    });

    it('shows the other banks while it does not know whose login one of them is', async () => {
      const unconfirmed = new FlinksKitError('Whose?', { code: 'login-unconfirmed' });
      renderBanks(component, { Maple: unconfirmed });
      expect(await screen.findByText('Chequing Tundra')).toBeInTheDocument();
      expect(screen.getByText('Sign in at your bank again to see your accounts.')).toBeInTheDocument();
    });
  });

  it('leaves the totals of a list incomplete while it was never read', async () => {
    const { container, failures } = renderBanks(AccountList, { Tundra: down });
    await screen.findByText('Your accounts could not be updated.');
    expect(container.querySelector('[data-flinks-total]')).toHaveTextContent('some balances missing');
    failures.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Chequing Tundra');
    expect(container.querySelector('[data-flinks-total]')).not.toHaveTextContent('some balances missing');
  });
});
