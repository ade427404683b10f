import { combineAccounts, type ConnectedAccount, FlinksKitError } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { connected, snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { frCA } from '../labels/frCA.ts';
import { AccountList } from './AccountList.tsx';
import { AccountPicker } from './AccountPicker.tsx';
import type { AccountsQuery } from './getAccountsView.ts';
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
      <AccountList accounts={all(accounts, [bank('Maple'), bank('Tundra')])} groupBy="connection" />,
    );
    const headings = screen.getAllByRole('heading', { level: 3 });
    expect(headings.map(({ textContent }) => textContent?.trim())).toEqual(['MBMaple Bank', 'TBTundra Bank']);
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
      <AccountList accounts={all([of('Maple', 'Chequing')], connections)} groupBy="connection" />,
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
        accounts={all([of('1120', 'a', {}, 'Maple Bank'), of('3344', 'b', {}, 'Maple Bank')], connections)}
        groupBy="connection"
      />,
    );
    expect(screen.getByRole('heading', { name: /•••• 1120/ })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: /•••• 3344/ })).toBeInTheDocument();
  });

  it('shows the end of a number only where two logins of one bank look the same', () => {
    const listed = { id: 'a', title: null, mask: '•••• 1120', category: 'Operations' } as const;
    const connection = sampleConnection({ id: 'Maple', institutionName: 'Maple Bank', accounts: [listed] });
    const accounts = [of('Maple', 'a', {}, 'Maple Bank'), of('Tundra', 'b')];
    renderWithKit(
      <AccountList
        accounts={all(accounts, [bank('Maple', { connection }), bank('Tundra')])}
        groupBy="connection"
      />,
    );
    expect(screen.getByRole('heading', { name: /^Maple Bank$/ })).toBeInTheDocument();
  });

  it('leaves out a bank that is still read, and one whose accounts all stand with another one', () => {
    const connections = [bank('Maple'), bank('Tundra', { status: 'pending' }), bank('Prairie')];
    renderWithKit(<AccountList accounts={all([of('Maple', 'a')], connections)} groupBy="connection" />);
    expect(screen.getAllByRole('heading')).toHaveLength(1);
  });

  it('calls a bank without a name one that is connected, in both languages', () => {
    const nameless = of('Maple', 'a', {}, null);
    const { unmount } = renderWithKit(<AccountList accounts={[nameless]} groupBy="connection" />);
    expect(screen.getByRole('heading', { name: 'Connected bank' })).toBeInTheDocument();
    unmount();
    renderWithKit(<AccountList accounts={[nameless]} groupBy="connection" />, {
      locale: 'fr-CA',
      labels: frCA,
    });
    expect(screen.getByRole('heading', { name: 'Banque connectée' })).toBeInTheDocument();
  });

  it('searches the accounts of each bank, and counts those of all', async () => {
    const accounts = [of('Maple', 'Chequing'), of('Tundra', 'Savings'), of('Tundra', 'Joint chequing')];
    renderWithKit(
      <AccountList
        accounts={all(accounts, [bank('Maple'), bank('Tundra')])}
        groupBy="connection"
        searchFrom={1}
      />,
    );
    await userEvent.type(screen.getByRole('searchbox'), 'chequing');
    expect(screen.getByText('2 accounts found')).toBeInTheDocument();
    expect(screen.getAllByRole('heading')).toHaveLength(2);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('loses no account of a plain list, where each account names its bank', () => {
    renderWithKit(<AccountList accounts={[of('Maple', 'a'), of('Tundra', 'b')]} groupBy="connection" />);
    expect(screen.getByRole('heading', { name: /Maple/ })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: /Tundra/ })).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });
});

describe('AccountPicker by connection', () => {
  const good = (connectionId: string, id: string, eftEligibleRatio: number) =>
    of(connectionId, id, { eftEligibleRatio }, `${connectionId} Bank`);
  const accounts = [
    good('Maple', 'fair', 0.9),
    good('Maple', 'best', 1),
    good('Tundra', 'second', 0.95),
    of('Tundra', 'card', card, 'Tundra Bank'),
  ];
  const order = () => screen.getAllByRole('radio').map((input) => input.getAttribute('value'));

  it('is one choice over groups named by their bank, the best account of all first', async () => {
    renderWithKit(<AccountPicker accounts={accounts.toReversed()} groupBy="connection" />);
    expect(screen.getAllByRole('radiogroup')).toHaveLength(1);
    expect(order()).toEqual(['best', 'fair', 'second']);
    expect(within(screen.getByRole('group', { name: 'Maple Bank' })).getAllByRole('radio')).toHaveLength(2);
    expect(within(screen.getByRole('group', { name: 'Tundra Bank' })).getAllByRole('radio')).toHaveLength(1);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('radio', { name: /second/ })).toBeChecked();
  });

  it('names the bank in the heading and no more in each account, and again beside one that cannot be chosen', () => {
    const { container } = renderWithKit(<AccountPicker accounts={accounts} groupBy="connection" />);
    expect(screen.getAllByText('Maple Bank')).toHaveLength(1);
    expect(container.querySelector('[data-flinks-unusable]')).toHaveTextContent('Tundra Bank');
  });

  it('groups by category, the best account of all first', () => {
    const plan = of('Maple', 'plan', { category: 'Products', eftEligibleRatio: 1 });
    const fits = { ...accounts[0]!.eft, ratio: 1, status: 'eligible' } as const;
    renderWithKit(
      <AccountPicker
        accounts={[accounts[0]!, plan]}
        groupBy="category"
        assess={({ id, eft }) => (id === 'plan' ? fits : eft)}
      />,
    );
    expect(order()).toEqual(['plan', 'fair']);
    expect(screen.getByRole('group', { name: /^Savings plans/ })).toBeInTheDocument();
  });

  it('has no group without an account that fits', () => {
    renderWithKit(<AccountPicker accounts={[of('Maple', 'card', card)]} groupBy="connection" />);
    expect(screen.getByText('No account can be used here.')).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: /Maple/ })).not.toBeInTheDocument();
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
    rerender(<AccountList accounts={banks} groupBy="connection" />);
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
    rerender(<AccountList accounts={all(unnamed, connections)} groupBy="connection" />);
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

describe('the value of a picker over all banks', () => {
  // Two connections of one shared login: the account has the same id in both.
  const accounts = ['Maple', 'Tundra'].map((connectionId) => of(connectionId, 'one-id', {}, connectionId));
  const query = all(accounts, [bank('Maple'), bank('Tundra')]);
  const sent = (container: HTMLElement) => new FormData(container.querySelector('form')!).getAll('account');

  it.each(['value', 'defaultValue'] as const)('goes back in as %s as the form sent it', (prop) => {
    const { container } = renderWithKit(
      <form>
        <AccountPicker accounts={query} name="account" {...{ [prop]: 'Tundra/one-id' }} />
      </form>,
    );
    expect(sent(container)).toEqual(['Tundra/one-id']);
    expect(screen.getByRole('radio', { name: /Tundra/ })).toBeChecked();
  });

  it('is what a change reports, so that a controlled picker follows', async () => {
    const reported: unknown[] = [];
    function Controlled() {
      const [value, setValue] = useState<string | null>('Maple/one-id');
      return (
        <form>
          <AccountPicker
            accounts={query}
            name="account"
            value={value}
            onValueChange={(next, account) => {
              reported.push([next, account?.connectionId]);
              setValue(next);
            }}
          />
        </form>
      );
    }
    const { container } = renderWithKit(<Controlled />);
    await userEvent.click(screen.getByRole('radio', { name: /Tundra/ }));
    expect(reported).toEqual([['Tundra/one-id', 'Tundra']]);
    expect(sent(container)).toEqual(['Tundra/one-id']);
  });

  it('of several accounts is a list, reported with the accounts', async () => {
    const onValueChange = vi.fn();
    const { container } = renderWithKit(
      <form>
        <AccountPicker
          accounts={query}
          name="account"
          multiple
          defaultValue={['Tundra/one-id']}
          onValueChange={onValueChange}
        />
      </form>,
    );
    await userEvent.click(screen.getByRole('checkbox', { name: /Maple/ }));
    expect(onValueChange).toHaveBeenLastCalledWith(['Tundra/one-id', 'Maple/one-id'], accounts);
    expect(sent(container)).toEqual(['Maple/one-id', 'Tundra/one-id']);
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
          formValue={({ connectionId, id }) => `${id} of ${connectionId}`}
          onValueChange={onValueChange}
        />
      </form>,
    );
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    await userEvent.click(screen.getByRole('radio', { name: /other/ }));
    expect(new FormData(container.querySelector('form')!).get('account')).toBe('other of Prairie');
    expect(onValueChange).toHaveBeenLastCalledWith(
      'other of Prairie',
      expect.objectContaining({ connectionId: 'Prairie' }),
    );
  });
});

describe('a list of all banks', () => {
  function Banks() {
    return <AccountList accounts={useAllAccounts()} groupBy="connection" />;
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
