import { FlinksKitError } from '@flinks-kit/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { onPhone } from '../../test/onPhone.tsx';
import { connected, sampleAccounts, snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { AccountList } from './AccountList.tsx';
import type { ConnectionAccounts } from './useAllAccounts.ts';
import type { AccountsQuery } from './getAccountsView.ts';

const failed = query({ error: new FlinksKitError('Unreachable.', { code: 'network', retry: true }) });

const meta = {
  title: 'Components/AccountList',
  component: AccountList,
  args: { accounts: query({ data: snapshot() }) },
} satisfies Meta<typeof AccountList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  play: async ({ canvas }) => {
    const headings = canvas.getAllByRole('heading', { level: 3 });
    await expect(headings).toHaveLength(4);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(sampleAccounts.length);
  },
};

/** English and French run from left to right; this story alone keeps the layout free of left and right. */
export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl', viewport: { value: 'desktop' } },
  play: async ({ canvas }) => {
    const [row] = canvas.getAllByRole('listitem');
    const edgeOf = (part: string): number | undefined =>
      row?.querySelector(`[data-flinks-${part}]`)?.getBoundingClientRect().right;
    await expect(edgeOf('account-title')).toBeGreaterThan(edgeOf('amount') ?? Number.POSITIVE_INFINITY);
  },
};

export const PlainList: Story = { name: 'Without a query', args: { accounts: sampleAccounts } };

export const Loading: Story = {
  args: { accounts: query({ fetchStatus: 'fetching', isFetching: true }) },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('group')).toHaveAttribute('aria-busy', 'true');
    await expect(canvasElement.querySelector('[data-flinks-notice]')).not.toHaveTextContent(/^$/);
  },
};

/** Flinks answered 202: nothing is there yet, that is no error, and the notice gives the time when waiting ends. */
export const StillCollecting: Story = {
  name: 'Still collecting',
  args: {
    accounts: query({
      data: snapshot({
        status: 'pending',
        accounts: [],
        asOf: null,
        retryAfterMs: 10_000,
        givesUpAt: '2026-11-20T14:35:00Z',
      }),
    }),
  },
};

/** The Summary is there, the Detail is not: verdicts are provisional. */
export const Partial: Story = {
  name: 'Some details missing',
  args: {
    accounts: query({
      data: snapshot({
        status: 'partial',
        retryAfterMs: 10_000,
        accounts: [connected({ sources: { summary: true, detail: false } })],
      }),
    }),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-flinks-eft]')).toHaveAttribute('data-provisional');
  },
};

export const Empty: Story = { args: { accounts: [] } };

export const Failed: Story = {
  args: { accounts: failed },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(failed.refetch).toHaveBeenCalled();
  },
};

/** Flinks took longer than its own 30 minutes. */
export const GaveUp: Story = {
  name: 'Took too long',
  args: { accounts: query({ error: new FlinksKitError('Too long.', { code: 'accounts-not-ready' }) }) },
};

/** An update failed: what was known stays, with a notice. */
export const Stale: Story = {
  name: 'Update failed',
  args: {
    accounts: query({
      data: snapshot(),
      error: new FlinksKitError('Unreachable.', { code: 'network', retry: true }),
    }),
  },
};

export const WithActions: Story = {
  name: 'A button on each account',
  args: {
    accounts: sampleAccounts.slice(0, 2),
    accountActions: (account) => (
      <button type="button" data-flinks-button="">
        {account.title}
      </button>
    ),
  },
};

export const FilteredAndSorted: Story = {
  name: 'Filtered and sorted',
  args: {
    filter: (account) => account.category === 'Operations',
    sort: (first, second) => (second.balance.current ?? 0) - (first.balance.current ?? 0),
  },
  play: async ({ canvas }) => {
    const rows = canvas.getAllByRole('listitem');
    await expect(rows).toHaveLength(4);
    await expect(within(rows[0]!).getByText('Sample Savings')).toBeVisible();
  },
};

export const Collapsed: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getAllByRole('heading')[0]!);
    await expect(canvasElement.querySelector('details')).not.toHaveAttribute('open');
  },
};

/** From 12 accounts on, a search field that announces how many it found. */
export const Search: Story = {
  args: {
    accounts: Array.from({ length: 14 }, (_, index) => ({
      ...sampleAccounts[index % sampleAccounts.length]!,
      id: `account-${index}`,
    })),
  },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'TFSA');
    await expect(canvas.getAllByRole('listitem')).toHaveLength(1);
  },
};

/** A badge on every row; by default only where EFT is a question. */
export const AllBadges: Story = { name: 'A badge on every account', args: { badges: 'all' } };

/** The accounts that the connection lists give the placeholders their size: nothing moves when the accounts come. */
export const LoadingKnownAccounts: Story = {
  name: 'Loading known accounts',
  args: {
    accounts: query({ fetchStatus: 'fetching', isFetching: true }),
    expected: sampleAccounts,
  },
};

/**
 * As a page of two lists: the height is the same before and after the accounts come. On a phone a heading may need more
 * lines than its placeholder has, since its total is not known before.
 */
export const NothingMoves: Story = {
  name: 'No layout shift',
  render: () => (
    <>
      <AccountList accounts={query({ fetchStatus: 'fetching', isFetching: true })} expected={oneCurrency} />
      <AccountList accounts={query({ data: snapshot({ accounts: oneCurrency }) })} />
    </>
  ),
  play: async ({ canvasElement }) => {
    const heights = (selector: string) =>
      [...canvasElement.querySelectorAll(selector)].map((each) =>
        Math.round(each.getBoundingClientRect().height),
      );
    await expect(heights('[data-flinks-placeholder] > :not(:first-child)')).toEqual(
      heights('[data-flinks-account-row]'),
    );
    const [before = 0, after = 0] = heights('[data-flinks-account-list]');
    await expect(Math.abs(after - before)).toBeLessThan(innerWidth > 600 ? 8 : 160);
  },
};

const oneCurrency = sampleAccounts.filter(({ currency, mask }) => currency === 'CAD' && mask !== null);

/** All banks of a user, each with its net total per currency; one needs the user, and one account is in two of them. */
export const ByBank: Story = {
  name: 'Grouped by bank',
  args: {
    accounts: {
      ...query({
        data: snapshot({
          accounts: sampleAccounts.map((account, index) =>
            index === 0
              ? { ...account, alsoIn: [{ ...account, institutionName: 'Caisse du Fleuve' }] }
              : account,
          ),
        }),
      }),
      connections: [
        entry('connection-1', 'Maple Coast Bank', 'ready'),
        entry('connection-2', 'Caisse du Fleuve', 'needs-user'),
      ],
    },
    groupBy: 'connection',
  },
};

function entry(
  id: string,
  institutionName: string,
  status: ConnectionAccounts['status'],
): ConnectionAccounts {
  const connection = sampleConnection({ id, institutionName });
  return { connection, status, snapshot: undefined, error: null, isFetching: false, refetch: () => {} };
}

export const Narrow: Story = {
  args: {
    accounts: [
      connected({ balance: { available: 1_050_000, current: 1_050_000.5, limit: null } }),
      ...sampleAccounts.slice(1),
    ],
  },
  ...onPhone,
};

/** Rows off screen cost no layout, and find-in-page still reaches them. */
export const TwoThousandRows: Story = {
  name: '2,000 accounts',
  args: {
    accounts: Array.from({ length: 2000 }, (_, index) =>
      connected({
        id: `account-${index}`,
        title: `Sample Account ${index}`,
        accountNumber: `999${1e4 + index}`,
      }),
    ),
  },
  parameters: { a11y: { test: 'off' }, docs: { disable: true } },
};

function query(facts: globalThis.Partial<AccountsQuery>): AccountsQuery {
  return { data: undefined, error: null, isFetching: false, fetchStatus: 'idle', refetch: fn(), ...facts };
}
