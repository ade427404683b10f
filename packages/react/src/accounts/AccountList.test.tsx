import { type AccountsSnapshot, FlinksKitError } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { connected, sampleAccounts, snapshot } from '../../test/sampleAccounts.ts';
import { frCA } from '../labels/frCA.ts';
import { AccountList } from './AccountList.tsx';
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
    const names = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
    expect(names).toEqual(['Operations', 'Credits', 'Products', 'Other']);
    const operations = screen.getByRole('list', { name: 'Operations' });
    expect(within(operations).getAllByRole('listitem')).toHaveLength(4);
    const totals = document.querySelector('[data-flinks-account-group="Operations"] [data-flinks-totals]');
    expect(totals).toHaveTextContent('Total $21,684.50');
    expect(totals).toHaveTextContent('-US$42.10');
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
    renderWithKit(<Accounts />, { client: clientWith(() => Promise.resolve(snapshot())) });
    expect(screen.getByRole('group', { name: 'Accounts' })).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByText('Loading accounts…')).toBeVisible();
    expect(await screen.findByRole('list', { name: 'Operations' })).toBeInTheDocument();
    expect(screen.getByText(/As of/)).toBeInTheDocument();
  });

  it.each([
    ['pending', snapshot(underWay), 'still sending'],
    [
      'pending',
      snapshot({ ...underWay, givesUpAt: '2026-11-20T14:35:00Z' }),
      'If they are not here by 9:35 AM, loading stops',
    ],
    ['partial', snapshot({ status: 'partial', retryAfterMs: 10_000 }), 'still sending some details'],
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
    expect(await screen.findByRole('list', { name: 'Operations' })).toBeInTheDocument();
  });

  it('keeps the last accounts when an update fails, with a message', async () => {
    const getAccounts = vi.fn<() => Promise<AccountsSnapshot>>().mockResolvedValue(snapshot());
    const { queryClient } = renderWithKit(<Accounts />, { client: clientWith(getAccounts) });
    await screen.findByRole('list', { name: 'Operations' });
    getAccounts.mockImplementation(unreachable);
    await queryClient.refetchQueries();
    expect(await screen.findByText(/last known state/)).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Operations' })).toBeInTheDocument();
  });

  it('collapses a group by its header', async () => {
    renderWithKit(<AccountList accounts={sampleAccounts} />);
    const group = document.querySelector('[data-flinks-account-group="Credits"]');
    expect(group).toHaveAttribute('open');
    await userEvent.click(screen.getByRole('heading', { name: 'Credits' }));
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

  it('speaks French with the typography of Québec', () => {
    renderWithKit(<AccountList accounts={sampleAccounts} />, { locale: 'fr-CA', labels: frCA });
    expect(screen.getByRole('heading', { name: 'Opérations' })).toBeInTheDocument();
    expect(document.querySelector('[data-flinks-amount]')).toHaveTextContent('21 684,50 $');
    expect(document.body.textContent).toContain('1\u00A0234,50\u00A0$');
  });

  it('marks an amount that may be a debt or a credit', () => {
    const { container } = renderWithKit(<AccountList accounts={sampleAccounts} />);
    const credits = container.querySelector('[data-flinks-account-group="Credits"]');
    expect(credits).toHaveTextContent('Owed $456.78');
    expect(credits).toHaveTextContent('Probably owed $3,000.00');
    expect(credits).toHaveTextContent('Total, probably owed $3,456.78');
  });
});

function AccountsWhileSignedOut() {
  return <AccountList accounts={useAccounts(undefined)} />;
}
