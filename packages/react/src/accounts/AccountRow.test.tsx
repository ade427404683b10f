import { renderWithKit } from '#test';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { connected } from '../../test/sampleAccounts.ts';
import { AccountRow } from './AccountRow.tsx';

describe('AccountRow', () => {
  it('keeps its element, and with it the focus, when it gets another account', () => {
    const row = (id: string) => (
      <AccountRow account={connected({ id, title: id })} actions={<button>Pay</button>} />
    );
    const { rerender } = renderWithKit(row('first'));
    screen.getByRole('button', { name: 'Pay' }).focus();
    rerender(row('second'));
    expect(screen.getByText('second')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Pay' })).toHaveFocus();
  });
});
