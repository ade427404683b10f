import { type AccountsSnapshot, type ConnectedAccount, FlinksKitError } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { connected, sampleAccounts, snapshot } from '../../test/sampleAccounts.ts';
import { frCA } from '../labels/frCA.ts';
import { AccountList, type AccountListProps } from './AccountList.tsx';
import { useAccounts } from './useAccounts.ts';

function Accounts({ id = 'c1' }: { readonly id?: string | undefined }) {
  return <AccountList accounts={useAccounts(id)} />;
}

const clientWith = (getAccounts: () => Promise<AccountsSnapshot>) => testClient({ getAccounts });
const unreachable = () => Promise.reject(new FlinksKitError('Unreachable.', { code: 'network' }));

const underWay = { status: 'pending', accounts: [], retryAfterMs: 10_000 } as const;

describe('AccountList', () => {
  it('shows the four groups in order, each with its accounts and a total per currency', () => {
    renderWithKit(<AccountList accounts={sampleAccounts} />);
    const names = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent.trim());
    expect(names).toEqual([
      'Chequing and savings · Operations',
      'Cards and loans · Credits',
      'Savings plans, investments and insurance · Products',
      'Other accounts',
    ]);
    const operations = screen.getByRole('list', { name: /Operations/ });
    expect(within(operations).getAllByRole('listitem')).toHaveLength(4);
    const totals = document.querySelector('[data-flinks-category="Operations"] [data-flinks-totals]');
    expect(totals).toHaveTextContent('Total CAD $21,684.50');
    expect(totals).toHaveTextContent('Total USD -US$42.10');
  });

  it('gives each badge an explanation of its own', () => {
    renderWithKit(<AccountList accounts={sampleAccounts} badges="all" />);
    const buttons = [...document.querySelectorAll('[data-flinks-eft-button]')];
    const explanations = buttons.map((button) => button.getAttribute('popovertarget') ?? '');
    expect(new Set(explanations).size).toBe(sampleAccounts.length);
    for (const [index, id] of explanations.entries()) {
      expect(buttons[index]?.nextElementSibling).toBe(document.getElementById(id));
    }
  });

  it('renders again the rows beside the account that changed, and those of no other group', () => {
    const endingIn = vi.fn((digits: string) => digits);
    const { rerender } = renderWithKit(<AccountList accounts={sampleAccounts} />, {
      strict: false,
      labels: { accounts: { endingIn } },
    });
    expect(endingIn).toHaveBeenCalledWith('0006');
    endingIn.mockClear();
    const [first, ...others] = sampleAccounts;
    rerender(<AccountList accounts={[{ ...first!, title: 'Renamed' }, ...others]} />);
    expect(screen.getByText('Renamed')).toBeVisible();
    expect(endingIn.mock.calls.flat()).toEqual(['0001', '0002', '0003', '0004']);
  });

  it('renders again the group of the account that changed, and no other', async () => {
    const renderAccount = vi.fn(({ id, title }: ConnectedAccount) => <li key={id}>{title}</li>);
    const list = (accounts: readonly ConnectedAccount[], props: Partial<AccountListProps> = {}) => (
      <AccountList accounts={accounts} renderAccount={renderAccount} searchFrom={1} {...props} />
    );
    const { rerender } = renderWithKit(list(sampleAccounts), { strict: false });
    const rendered = () => new Set(renderAccount.mock.calls.map(([{ category }]) => category));
    renderAccount.mockClear();
    const [first, ...others] = sampleAccounts;
    const renamed = [{ ...first!, title: 'Renamed' }, ...others];
    rerender(list(renamed));
    expect(rendered()).toEqual(new Set(['Operations']));
    // What its accounts do not show counts, too.
    rerender(list(renamed.slice(0, -1)));
    expect(document.querySelectorAll('[data-flinks-account-group]')).toHaveLength(3);
    renderAccount.mockClear();
    rerender(list(renamed.slice(0, -1), { headingLevel: 2 }));
    expect(rendered()).toEqual(new Set(['Operations', 'Credits', 'Products']));
    await userEvent.type(screen.getByRole('searchbox'), 'Renamed');
    expect(document.querySelector('[data-flinks-total]')).not.toBeInTheDocument();
  });

  it('keeps Flinks’ category in an attribute, and leaves out the word that a label switches off', () => {
    const { container } = renderWithKit(<AccountList accounts={sampleAccounts} />, {
      labels: { accounts: { categoryTerms: { Operations: '', Credits: '', Products: '', Other: '' } } },
    });
    expect(screen.getByRole('heading', { name: 'Cards and loans' })).toBeInTheDocument();
    const categories = [...container.querySelectorAll('details')].map(
      (group) => group.dataset['flinksCategory'],
    );
    expect(categories).toEqual(['Operations', 'Credits', 'Products', 'Other']);
  });

  it.each([
    ['relevant', ['EFT details complete', 'EFT details uncertain', 'No EFT', 'EFT not known yet']],
    ['none', []],
  ] as const)('badges="%s"', (badges, words) => {
    renderWithKit(<AccountList accounts={sampleAccounts} badges={badges} />);
    expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(words);
  });

  it('badges="all" shows one on cards and loans too', () => {
    renderWithKit(<AccountList accounts={sampleAccounts} badges="all" />);
    expect(screen.getAllByRole('button')).toHaveLength(sampleAccounts.length);
  });

  it('never states that an account can be debited, is ready or is verified', () => {
    for (const { locale, labels } of [
      { locale: 'en', labels: {} },
      { locale: 'fr-CA', labels: frCA },
    ]) {
      const { container, unmount } = renderWithKit(<AccountList accounts={sampleAccounts} badges="all" />, {
        locale,
        labels,
      });
      expect(container).not.toHaveTextContent(
        /can be debited|ready|verified|prêt |vérifié|peut être débité/i,
      );
      unmount();
    }
  });

  describe('with 12 accounts or more', () => {
    const twelve = Array.from({ length: 12 }, (_, index) =>
      connected({ id: `a${index}`, title: index === 7 ? 'Épargne voyage' : `Sample ${index}` }),
    );

    it('has a search field that ignores accents and capitals, and announces how many were found', async () => {
      renderWithKit(<AccountList accounts={twelve} />);
      await userEvent.type(screen.getByRole('searchbox', { name: 'Search accounts' }), 'EPARGNE');
      expect(screen.getAllByRole('listitem')).toHaveLength(1);
      expect(screen.getByText('1 account found').closest('[role="status"]')).not.toBeNull();
    });

    it('shows no total of what was found as the total of a group', async () => {
      const { container } = renderWithKit(<AccountList accounts={twelve} />);
      expect(container.querySelector('[data-flinks-total]')).not.toBeNull();
      await userEvent.type(screen.getByRole('searchbox'), 'sample');
      expect(container.querySelector('[data-flinks-total]')).toBeNull();
    });

    it('finds an account by the digits of its mask, and states that nothing was found', async () => {
      renderWithKit(<AccountList accounts={twelve} />);
      await userEvent.type(screen.getByRole('searchbox'), '0001');
      expect(screen.getAllByRole('listitem')).toHaveLength(12);
      await userEvent.type(screen.getByRole('searchbox'), 'x');
      expect(screen.queryAllByRole('listitem')).toHaveLength(0);
      expect(screen.getByText('No accounts found')).toBeInTheDocument();
    });

    it('has none below 12, nor where the app turns it off', () => {
      const { rerender } = renderWithKit(<AccountList accounts={twelve.slice(1)} />);
      expect(screen.queryByRole('searchbox')).toBeNull();
      rerender(<AccountList accounts={twelve} searchFrom={Infinity} />);
      expect(screen.queryByRole('searchbox')).toBeNull();
    });
  });

  it('has as many placeholders as accounts will come, by group', () => {
    const loading = {
      data: undefined,
      error: null,
      isFetching: true,
      fetchStatus: 'fetching',
      refetch: () => {},
    };
    const { container } = renderWithKit(
      <AccountList
        accounts={loading}
        expected={[{ category: 'Operations' }, { category: 'Credits' }, { category: 'Operations' }]}
      />,
    );
    const groups = [...container.querySelectorAll('[data-flinks-placeholder]')];
    // A header and its rows.
    expect(groups.map(({ childElementCount }) => childElementCount)).toEqual([3, 2]);
  });

  it('announces a mask as words, and contains no full number', () => {
    const { container } = renderWithKit(<AccountList accounts={sampleAccounts} />);
    expect(screen.getByText('ending in 0001')).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/999000\d/);
  });

  it.each([
    ['en', {}, 'Line of credit'],
    ['fr-CA', frCA, 'Marge de crédit'],
  ])('names an account without a title by its type, in %s', (locale, labels, name) => {
    const account = connected({ title: null, category: 'Credits', type: 'LineOfCredit' });
    renderWithKit(<AccountList accounts={[account]} />, { locale, labels });
    expect(screen.getByText(name)).toBeInTheDocument();
  });

  it('reads a debt as each bank writes it, in rows and totals, where a policy lists the banks', () => {
    const card = (institution: string, current: number) => ({
      ...connected({ id: institution, category: 'Credits', type: 'CreditCard' }),
      balance: { available: null, current, limit: null },
      institution,
    });
    renderWithKit(
      <AccountList
        accounts={[card('SampleBank', -100), card('AnotherBank', 40)]}
        moneyPolicy={{
          liabilitySign: 'positive-is-owed',
          institutions: { SampleBank: 'negative-is-owed' },
        }}
      />,
    );
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows).toEqual([expect.stringContaining('Owed $100.00'), expect.stringContaining('Owed $40.00')]);
    expect(document.querySelector('[data-flinks-totals]')).toHaveTextContent('$140.00');
  });

  it.each([
    ['connection-not-found', 'This bank is no longer connected', 0],
    ['needs-user', 'Your bank needs you to sign in again', sampleAccounts.length],
    ['accounts-not-ready', 'did not finish sending', sampleAccounts.length],
    ['network', 'could not be updated', sampleAccounts.length],
  ])('explains %s, and shows the accounts that it may show', async (code, sentence, rows) => {
    const error = new FlinksKitError('For developers.', { code });
    renderWithKit(
      <AccountList
        accounts={{ data: snapshot(), error, isFetching: false, fetchStatus: 'idle', refetch: () => {} }}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent(sentence);
    expect(screen.queryAllByRole('listitem')).toHaveLength(rows);
    const mayHelp = !['connection-not-found', 'needs-user'].includes(code);
    expect(screen.queryAllByRole('button', { name: 'Try again' })).toHaveLength(mayHelp ? 1 : 0);
  });

  it('goes from loading to accounts', async () => {
    renderWithKit(<Accounts />, {
      client: clientWith(() => Promise.resolve(snapshot())),
      timeZone: 'America/Toronto',
    });
    expect(screen.getByRole('group', { name: 'Accounts' })).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByText('Loading accounts…')).toBeVisible();
    expect(await screen.findByRole('list', { name: /Operations/ })).toBeInTheDocument();
    expect(screen.getByTitle('As of Nov 20, 2026, 9:05 AM')).toHaveAttribute(
      'dateTime',
      '2026-11-20T14:05:00Z',
    );
  });

  it.each([
    ['pending', snapshot(underWay), 'still sending'],
    [
      'pending',
      snapshot({ ...underWay, givesUpAt: '2026-11-20T14:35:00Z' }),
      'If they are not here by 9:35 AM, you can try again',
    ],
    ['partial', snapshot({ status: 'partial', retryAfterMs: 10_000 }), 'still sending details'],
    ['empty', snapshot({ accounts: [] }), 'No accounts were shared'],
    ['ready', snapshot(), ''],
  ])('state: %s', async (state, answer, sentence) => {
    const { container } = renderWithKit(<Accounts />, {
      client: clientWith(() => Promise.resolve(answer)),
      timeZone: 'America/Toronto',
    });
    await waitFor(() =>
      expect(container.querySelector('[data-flinks-account-list]')).toHaveAttribute(
        'data-flinks-account-list',
        state,
      ),
    );
    expect(screen.getByRole('status')).toHaveTextContent(sentence);
  });

  it('state: idle, while there is no connection to read', () => {
    renderWithKit(<AccountsWhileSignedOut />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('offers to try again after a failure, and recovers', async () => {
    const getAccounts = vi.fn<() => Promise<AccountsSnapshot>>(unreachable);
    renderWithKit(<Accounts />, { client: clientWith(getAccounts) });
    await screen.findByText('Your accounts could not be loaded.');
    getAccounts.mockResolvedValue(snapshot());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('list', { name: /Operations/ })).toBeInTheDocument();
  });

  it('keeps the last accounts when an update fails, with a message', async () => {
    const getAccounts = vi.fn<() => Promise<AccountsSnapshot>>().mockResolvedValue(snapshot());
    const { queryClient } = renderWithKit(<Accounts />, { client: clientWith(getAccounts) });
    await screen.findByRole('list', { name: /Operations/ });
    getAccounts.mockImplementation(unreachable);
    await queryClient.refetchQueries();
    expect(await screen.findByText(/could not be updated/)).toBeInTheDocument();
    expect(screen.getByRole('list', { name: /Operations/ })).toBeInTheDocument();
  });

  it('collapses a group by its header', async () => {
    renderWithKit(<AccountList accounts={sampleAccounts} />);
    const group = document.querySelector('[data-flinks-account-group][data-flinks-category="Credits"]');
    expect(group).toHaveAttribute('open');
    await userEvent.click(screen.getByRole('heading', { name: /Credits/ }));
    expect(group).not.toHaveAttribute('open');
  });

  it('props: filter, sort, accountActions', () => {
    renderWithKit(
      <AccountList
        accounts={sampleAccounts}
        filter={({ category }) => category === 'Operations'}
        sort={(first, second) => (first.title ?? '').localeCompare(second.title ?? '')}
        accountActions={({ title }) => <button type="button">{`Choose ${title}`}</button>}
      />,
    );
    const buttons = screen.getAllByRole('button', { name: /^Choose/ }).map(({ textContent }) => textContent);
    expect(buttons).toEqual([
      'Choose Sample Chequing',
      'Choose Sample New Account',
      'Choose Sample Savings',
      'Choose Sample US Chequing',
    ]);
  });

  it('prop: renderAccount replaces the rows', () => {
    renderWithKit(
      <AccountList accounts={[connected()]} renderAccount={({ id }) => <li key={id}>{`Row ${id}`}</li>} />,
    );
    expect(screen.getByRole('listitem')).toHaveTextContent('Row account-chequing');
  });

  it('is in French with the typography of Québec', () => {
    renderWithKit(<AccountList accounts={sampleAccounts} />, { locale: 'fr-CA', labels: frCA });
    expect(
      screen.getByRole('heading', { name: 'Comptes-chèques et épargne · Opérations' }),
    ).toBeInTheDocument();
    expect(document.querySelector('[data-flinks-amount]')).toHaveTextContent('21 684,50 $');
    expect(document.body.textContent).toContain('1\u00A0234,50\u00A0$');
  });

  it('marks an amount that may be a debt or a credit', () => {
    const { container } = renderWithKit(<AccountList accounts={sampleAccounts} />);
    const credits = container.querySelector('[data-flinks-account-group][data-flinks-category="Credits"]');
    expect(credits).toHaveTextContent('Owed $456.78');
    expect(credits).toHaveTextContent('Probably owed $3,000.00');
    expect(credits).toHaveTextContent('Total, probably owed $3,456.78');
  });
});

function AccountsWhileSignedOut() {
  return <AccountList accounts={useAccounts(undefined)} />;
}
