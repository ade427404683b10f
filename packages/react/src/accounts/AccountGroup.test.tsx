import { renderWithKit } from '#test';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { connected } from '../../test/sampleAccounts.ts';
import { AccountGroup } from './AccountGroup.tsx';
import type { AccountListGroup } from './useAccountGroups.ts';

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
