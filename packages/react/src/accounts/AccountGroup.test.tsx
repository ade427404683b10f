import { renderHookWithKit, renderWithKit } from '#test';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { connected } from '../../test/sampleAccounts.ts';
import { AccountGroup } from './AccountGroup.tsx';
import { type AccountListGroup, useAccountGroups } from './useAccountGroups.ts';

describe('AccountGroup', () => {
  const accounts = [connected()];
  const total = { currency: 'CAD', side: 'owned', amount: 100, complete: true, signCertain: true } as const;
  const group: AccountListGroup = { category: 'Operations', accounts, totals: [total] };

  it.each<[string, AccountListGroup, RegExp]>([
    ['an amount', { ...group, totals: [{ ...total, amount: 999 }] }, /\$999\.00/],
    ['a currency', { ...group, totals: [{ ...total, currency: 'USD' }] }, /US\$100\.00/],
    ['that a balance is missing', { ...group, totals: [{ ...total, complete: false }] }, /balances missing/],
    ['the side', { ...group, category: 'Credits', totals: [{ ...total, side: 'owed' }] }, /Total owed/],
    ['the category', { ...group, category: 'Products' }, /Savings plans/],
    ['a bank', { ...group, bank: { connectionId: 'c', name: 'Maple Bank', mask: null } }, /Maple Bank/],
  ])('over the same accounts shows %s that changes', (_name, after, shown) => {
    const { container, rerender } = renderWithKit(<AccountGroup group={group} />);
    expect(container).not.toHaveTextContent(shown);
    rerender(<AccountGroup group={after} />);
    expect(container).toHaveTextContent(shown);
  });

  it('takes a prop that it gets later, and drops one that it gets no more', () => {
    const { rerender } = renderWithKit(<AccountGroup group={group} />);
    rerender(<AccountGroup group={group} className="wide" />);
    expect(screen.getByRole('group')).toHaveClass('wide');
    rerender(<AccountGroup group={group} title="A title" />);
    expect(screen.getByRole('group')).not.toHaveClass('wide');
    expect(screen.getByRole('group')).toHaveAttribute('title', 'A title');
  });
});

describe('useAccountGroups', () => {
  it.each(['category', 'connection'] as const)(
    'by %s computes nothing again while its arguments stay',
    (groupBy) => {
      const accounts = [connected()];
      const { result, rerender } = renderHookWithKit(() => useAccountGroups(accounts, { groupBy }), {
        strict: false,
      });
      const before = result.current;
      expect(before).toHaveLength(1);
      rerender();
      expect(result.current).toBe(before);
    },
  );

  it('keeps a category that this version does not know among the other ones', () => {
    const odd = { ...connected(), ...JSON.parse('{"category":"Crypto"}') };
    const { result } = renderHookWithKit(() => useAccountGroups([odd]), { strict: false });
    expect(result.current).toMatchObject([{ category: 'Other', accounts: [odd] }]);
  });
});
