import { freshQueryClient, renderWithKit, settled, testClient } from '#test';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { connected } from '../../test/sampleAccounts.ts';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { fakeAccount, fakeConnection, fakeSnapshot } from '../testing/builders.ts';
import { AccountPicker, type AccountPickerProps } from './AccountPicker.tsx';
import { useAllAccounts } from './useAllAccounts.ts';

// Summary alone: no numbers yet, so both may still turn out usable (`provisional`).
const facts = { accountNumber: null, transitNumber: null, institutionNumber: null };
const early = { sources: { summary: true, detail: false }, ...facts };
const partial = [
  connected({ id: 'A', title: 'Account A', eftEligibleRatio: 0.97, ...early }),
  connected({ id: 'B', title: 'Account B', eftEligibleRatio: 0.95, ...early }),
];
const usableB = connected({ id: 'B', title: 'Account B', eftEligibleRatio: 0.95, accountNumber: '9990002' });
// Details without a transit number: A cannot be debited.
const aRuledOut = [
  connected({ id: 'A', title: 'Account A', eftEligibleRatio: 0.97, transitNumber: null }),
  usableB,
];

function start(props: Partial<AccountPickerProps> = {}) {
  const onValueChange = vi.fn();
  const tree = (accounts: AccountPickerProps['accounts']) => (
    <form>
      <AccountPicker {...{ name: 'account', required: true, accounts, onValueChange, ...props }} />
    </form>
  );
  const { rerender } = renderWithKit(tree(partial));
  const form = document.querySelector('form')!;
  return {
    onValueChange,
    value: () => new FormData(form).getAll('account'),
    change: () => document.querySelector('[data-flinks-choice-change]')!,
    arrive: (accounts: AccountPickerProps['accounts']) => rerender(tree(accounts)),
  };
}

describe('AccountPicker: a choice that details rule out', () => {
  it('of the user is reported and announced, and nothing is chosen instead', async () => {
    const { onValueChange, value, change, arrive } = start();
    await userEvent.click(screen.getByRole('radio', { name: /Account B/ }));
    await userEvent.click(screen.getByRole('radio', { name: /Account A/ }));
    arrive(aRuledOut);
    expect(onValueChange.mock.calls.map(([id]) => id)).toEqual(['B', 'A', null]);
    expect(value()).toEqual([]);
    expect(change()).toHaveTextContent(/^Account A •••• 0001 can’t be used here. Choose another account.$/);
    expect(change()).toHaveAttribute('aria-live', 'polite');

    await userEvent.click(screen.getByRole('radio', { name: /Account B/ }));
    expect(value()).toEqual(['B']);
    expect(change()).toBeEmptyDOMElement();
  });

  it('of a controlled app is reported once', () => {
    const { onValueChange, change, arrive } = start({ value: 'A' });
    arrive(aRuledOut);
    arrive([...aRuledOut]);
    expect(onValueChange.mock.calls).toEqual([[null, null]]);
    expect(change()).toHaveTextContent(/Account A.*can’t be used here/);
  });

  it('among several leaves the others chosen', () => {
    const { onValueChange, value, arrive } = start({ multiple: true, defaultValue: ['A', 'B'] });
    arrive(aRuledOut);
    expect(onValueChange.mock.calls).toEqual([[['B'], [usableB]]]);
    expect(value()).toEqual(['B']);
  });

  it('stays while accounts are read again, and when it is merely not listed yet', () => {
    const { onValueChange, value, arrive } = start({ defaultValue: 'later' });
    arrive([]);
    arrive(partial);
    expect(onValueChange).not.toHaveBeenCalled();
    expect(value()).toEqual([]);
  });
});

const good = [
  connected({ id: 'A', title: 'Account A', eftEligibleRatio: 0.96 }),
  connected({ id: 'B', title: 'Account B', eftEligibleRatio: 0.95, accountNumber: '9990002' }),
];

describe('AccountPicker: a preselection', () => {
  it('is silent at first, and kept while it stays eligible', () => {
    const { onValueChange, value, change, arrive } = start();
    arrive(good);
    expect(value()).toEqual(['A']);
    arrive([
      good[0]!,
      connected({ id: 'B', title: 'Account B', eftEligibleRatio: 1, accountNumber: '9990002' }),
    ]);
    expect(value()).toEqual(['A']);
    expect(onValueChange).not.toHaveBeenCalled();
    expect(change()).toBeEmptyDOMElement();
  });

  it('that must change is shown, reported and announced', () => {
    const { onValueChange, value, change, arrive } = start();
    arrive(good);
    arrive(aRuledOut);
    expect(value()).toEqual(['B']);
    expect(onValueChange.mock.calls).toEqual([['B', expect.objectContaining({ id: 'B' })]]);
    expect(change()).toHaveTextContent('The chosen account is now Account B •••• 0002.');
  });
});

describe('AccountPicker: a choice after none was left', () => {
  const none = [connected({ id: 'A', title: 'Account A', transitNumber: null })];

  it('of the picker itself is shown, reported and announced', () => {
    const { onValueChange, value, change, arrive } = start();
    arrive(good);
    arrive(none);
    expect(onValueChange.mock.calls).toEqual([[null, null]]);
    arrive(aRuledOut);
    expect(value()).toEqual(['B']);
    expect(onValueChange.mock.calls.at(-1)).toEqual(['B', expect.objectContaining({ id: 'B' })]);
    expect(change()).toHaveTextContent('The chosen account is now Account B •••• 0002.');
  });
});

describe('AccountPicker: an account without an id', () => {
  it('is reported once when it takes the place of another', () => {
    const { onValueChange, arrive } = start();
    arrive(good);
    arrive([connected({ id: '', title: 'Account without an id' })]);
    expect(onValueChange.mock.calls).toEqual([['', expect.objectContaining({ id: '' })]]);
  });
});

describe('AccountPicker: accounts that arrive in any order', () => {
  const accountOf = (id: string, transitNumber: string | null) =>
    connected({ id, title: `Account ${id}`, accountNumber: `999000${id}`, transitNumber });
  const arrivals = fc.array(
    fc
      .uniqueArray(fc.constantFrom('1', '2', '3'))
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.constantFrom('00042', null).map((transit) => accountOf(id, transit)))),
      ),
    { minLength: 2, maxLength: 6 },
  );

  it('an app that listens knows the chosen account at each moment', () => {
    fc.assert(
      fc.property(arrivals, (lists) => {
        cleanup();
        const { onValueChange, value, change, arrive } = start();
        // The first preselection is the one that is not reported.
        let first: string | undefined;
        let before: string | undefined;
        for (const list of lists) {
          arrive(list);
          if (list.length === 0) continue;
          const chosen = list.find(({ id }) => id === value()[0])?.id;
          first ??= chosen;
          const [known] = onValueChange.mock.calls.at(-1) ?? [first];
          expect(known ?? undefined).toBe(chosen);
          if (before !== undefined && chosen !== before)
            expect(change()).toHaveTextContent(`Account ${chosen ?? before}`);
          before = chosen;
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('AccountPicker: other accounts than before', () => {
  const accountsOf = (owner: string, connectionId = `connection-${owner}`) => [
    fakeAccount({ id: `${owner}-1`, title: `Chequing of ${owner}`, connectionId }),
    fakeAccount({
      id: `${owner}-2`,
      title: `Savings of ${owner}`,
      accountNumber: '9990002',
      connectionId,
    }),
  ];
  const announcement = () => document.querySelector('[data-flinks-choice-change]');
  const secondRadio = () => screen.getAllByRole('radio')[1]!;

  it.each([
    ['untouched, of the same connection id', false, 'connection-1'],
    ['pressed, of the same connection id', true, 'connection-1'],
    ['pressed, of another connection', true, undefined],
  ])(
    'of the next user report and announce nothing of the former one: %s',
    async (_, presses, connectionId) => {
      const onValueChange = vi.fn();
      const Picker = () => <AccountPicker accounts={useAllAccounts()} onValueChange={onValueChange} />;
      const queryClient = freshQueryClient();
      const tree = (userId: string) => (
        <QueryClientProvider client={queryClient}>
          <FlinksProvider
            client={testClient({
              userId,
              listConnections: () =>
                Promise.resolve([fakeConnection({ id: connectionId ?? `connection-${userId}` })]),
              getAccounts: () =>
                Promise.resolve(fakeSnapshot({ accounts: accountsOf(userId, connectionId) })),
            })}
          >
            <Picker />
          </FlinksProvider>
        </QueryClientProvider>
      );
      const { rerender } = render(tree('ada'));
      await screen.findByText('Chequing of ada');
      if (presses) await userEvent.click(secondRadio());
      onValueChange.mockClear();
      rerender(tree('bob'));
      expect(document.body).not.toHaveTextContent('of ada');
      await screen.findByText('Chequing of bob');
      await settled();
      expect(document.body).not.toHaveTextContent('of ada');
      expect(announcement()).toBeEmptyDOMElement();
      expect(onValueChange).not.toHaveBeenCalled();
      expect(screen.getByRole('radio', { name: /Chequing of bob/ })).toBeChecked();
    },
  );

  it('of one bank that is gone among several rule its account out', () => {
    const [td, , rbc] = [...accountsOf('td'), ...accountsOf('rbc')];
    const { onValueChange, change, arrive } = start({ defaultValue: 'td-1' });
    arrive([td!, rbc!]);
    arrive([rbc!]);
    expect(onValueChange.mock.calls).toEqual([[null, null]]);
    expect(change()).toHaveTextContent(/Chequing of td.*can’t be used here/);
  });
});
