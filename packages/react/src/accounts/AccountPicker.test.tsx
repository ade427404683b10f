import { assessForIncome } from '@flinks-kit/core';
import { renderWithKit } from '#test';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type FormEvent, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { connected, sampleAccounts } from '../../test/sampleAccounts.ts';
import { AccountPicker, type AccountPickerProps } from './AccountPicker.tsx';

const first = connected({ id: 'first', title: 'First', accountNumber: '9990011', eftEligibleRatio: 0.85 });
const best = connected({ id: 'best', title: 'Best', accountNumber: '9990012' });
const open = connected({ id: 'open', title: 'Open', accountNumber: '9990013', eftEligibleRatio: null });
const card = connected({ id: 'card', title: 'Card', category: 'Credits', type: 'CreditCard' });
const accounts = [card, first, open, best];

const chosen = () =>
  screen.queryAllByRole('radio', { checked: true }).map((input) => input.getAttribute('value'));

function form(props: Partial<AccountPickerProps> = {}) {
  const onSubmit = vi.fn();
  const rendered = renderWithKit(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget).getAll('account'));
      }}
    >
      <AccountPicker {...{ accounts, name: 'account', ...props }} />
      <button type="submit">Go on</button>
      <button type="reset">Start over</button>
    </form>,
  );
  return {
    ...rendered,
    onSubmit,
    submit: () => userEvent.click(screen.getByRole('button', { name: 'Go on' })),
  };
}

describe('AccountPicker', () => {
  it('asks for its purpose, offers the fit accounts best first, and preselects the best', () => {
    form();
    expect(screen.getByRole('radiogroup', { name: 'Choose the account to debit' })).toBeInTheDocument();
    expect(screen.getAllByRole('radio').map((input) => input.getAttribute('value'))).toEqual([
      'best',
      'first',
      'open',
    ]);
    expect(chosen()).toEqual(['best']);
  });

  it('shows the others with the reason, and without an input', () => {
    form();
    expect(screen.getByText('This kind of account can’t be used for EFT.')).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: /Card/ })).not.toBeInTheDocument();
  });

  it('is in FormData, preselected or chosen', async () => {
    const { onSubmit, submit } = form();
    await submit();
    expect(onSubmit).toHaveBeenLastCalledWith(['best']);
    await userEvent.click(screen.getByRole('radio', { name: /First/ }));
    await submit();
    expect(onSubmit).toHaveBeenLastCalledWith(['first']);
  });

  it('prop: form puts the choice into the FormData of a form elsewhere', () => {
    renderWithKit(
      <>
        <form id="payment" />
        <AccountPicker accounts={accounts} name="account" form="payment" />
      </>,
    );
    expect([...new FormData(document.querySelector('form')!)]).toEqual([['account', 'best']]);
  });

  it('preselects nothing that is not eligible', () => {
    form({ accounts: [open, card] });
    expect(chosen()).toEqual([]);
  });

  it('preselects what arrives late', () => {
    const { rerender } = renderWithKit(<AccountPicker accounts={[]} name="account" />);
    rerender(<AccountPicker accounts={accounts} name="account" />);
    expect(chosen()).toEqual(['best']);
  });

  it('is invalid while a required choice is missing, and valid afterwards', async () => {
    const { onSubmit, submit } = form({ preselect: false, required: true });
    await submit();
    expect(onSubmit).not.toHaveBeenCalled();
    const group = screen.getByRole('radiogroup');
    expect(group).toBeInvalid();
    expect(group).toHaveAccessibleDescription('Choose an account.');
    await userEvent.click(screen.getByRole('radio', { name: /Open/ }));
    expect(group).toBeValid();
    await submit();
    expect(onSubmit).toHaveBeenCalledWith(['open']);
  });

  const unread = { data: undefined, error: null, isFetching: false, fetchStatus: 'idle', refetch: vi.fn() };
  it.each<[string, AccountPickerProps['accounts']]>([
    ['load', { ...unread, isFetching: true, fetchStatus: 'fetching' }],
    ['cannot be loaded', { ...unread, error: new Error('Down.') }],
    ['are none', []],
    ['cannot be used', [card]],
  ])('holds the form back while the required accounts %s', async (_name, none) => {
    const onSubmit = vi.fn((event: FormEvent) => event.preventDefault());
    const tree = (input: AccountPickerProps['accounts']) => (
      <form onSubmit={onSubmit}>
        <AccountPicker accounts={input} required name="account" />
        <button type="submit">Go on</button>
      </form>
    );
    const { rerender } = renderWithKit(tree(none));
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect([...new FormData(document.querySelector('form')!)]).toEqual([]);
    expect(screen.getByText('Choose an account.')).toBeVisible();
    rerender(tree(accounts));
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a reset', (again: () => void) => (document.querySelector('form')!.reset(), again())],
    ['a value that the app sets', (again: (value: string) => void) => again('open')],
  ])('asks for a choice no longer after %s', async (_, change) => {
    const tree = (value?: string) => (
      <form>
        <AccountPicker accounts={accounts} preselect={false} required value={value} />
        <button type="submit">Go on</button>
      </form>
    );
    const { rerender } = renderWithKit(tree());
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(screen.getByRole('radiogroup')).toBeInvalid();
    act(() => change((value?: string) => rerender(tree(value))));
    expect(screen.getByRole('radiogroup')).toBeValid();
    expect(screen.queryByText('Choose an account.')).not.toBeInTheDocument();
  });

  it('goes back to the preselection on reset', async () => {
    form();
    await userEvent.click(screen.getByRole('radio', { name: /Open/ }));
    expect(chosen()).toEqual(['open']);
    await userEvent.click(screen.getByRole('button', { name: 'Start over' }));
    expect(chosen()).toEqual(['best']);
  });

  it('works controlled: shows its value and reports the choice', async () => {
    const onValueChange = vi.fn();
    function Controlled() {
      const [value, setValue] = useState<string | null>('first');
      return (
        <AccountPicker
          accounts={accounts}
          value={value}
          onValueChange={(id) => {
            onValueChange(id);
            if (id !== 'open') setValue(id);
          }}
        />
      );
    }
    renderWithKit(<Controlled />);
    expect(chosen()).toEqual(['first']);
    await userEvent.click(screen.getByRole('radio', { name: /Best/ }));
    expect(chosen()).toEqual(['best']);
    await userEvent.click(screen.getByRole('radio', { name: /Open/ }));
    expect(onValueChange).toHaveBeenLastCalledWith('open');
    expect(chosen()).toEqual(['best']);
  });

  it('is used by keyboard alone', async () => {
    form();
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: /Best/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(chosen()).toEqual(['first']);
  });

  it('prop: multiple takes several, and one is enough where it is required', async () => {
    const onValueChange = vi.fn();
    const { onSubmit, submit } = form({ multiple: true, required: true, preselect: false, onValueChange });
    await submit();
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('checkbox', { name: /Best/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /Open/ }));
    expect(onValueChange).toHaveBeenLastCalledWith(['best', 'open'], [best, open]);
    await submit();
    expect(onSubmit).toHaveBeenCalledWith(['best', 'open']);
  });

  it('prop: method gives the reasons the words of the payment', () => {
    const eTransfer = connected({ id: 'e', title: 'Chequing', eTransferEligibleRatio: 0.1 });
    form({ accounts: [eTransfer], assess: (account) => account.eTransfer, method: 'e-transfer' });
    const text = screen.getByRole('radiogroup').textContent;
    expect(text).toContain('The details e-Transfer needs');
    expect(text).not.toContain('EFT');
  });

  it('prop: purpose decides who is fit', () => {
    const us = connected({ id: 'us', title: 'Dollars', currency: 'USD' });
    form({ accounts: [us], purpose: 'pad-debit' });
    expect(screen.getByText('No account can be used here.')).toBeInTheDocument();
    form({ accounts: [us], purpose: 'income', assess: assessForIncome });
    expect(screen.getByRole('radio', { name: /Dollars/ })).toBeInTheDocument();
  });

  it('takes the server’s assessment, also where its policy is stricter than the default', () => {
    const strict = connected({ id: 'strict', title: 'Strict', eftEligibleRatio: 0.85 }, { threshold: 0.9 });
    form({ accounts: [strict] });
    expect(chosen()).toEqual([]);
    expect(screen.queryByText('Accepted for this payment')).not.toBeInTheDocument();
  });

  it.each(['pad-debit', 'payout'] as const)(
    'states for %s that an account is accepted, and no more',
    (purpose) => {
      form({ accounts: [best], purpose });
      expect(screen.getByText('Accepted for this payment')).toBeInTheDocument();
    },
  );

  it('shows that accounts are loading', () => {
    const loading = {
      data: undefined,
      error: null,
      isFetching: true,
      fetchStatus: 'fetching',
      refetch: vi.fn(),
    };
    form({ accounts: loading });
    expect(screen.getByText('Loading accounts…')).toBeVisible();
  });

  it('contains no full number in its values', () => {
    const { container } = form({ accounts: sampleAccounts });
    expect(container.innerHTML).not.toMatch(/999000\d/);
  });

  it('is disabled as a whole like any fieldset', () => {
    form({ disabled: true });
    fireEvent.submit(document.querySelector('form')!);
    for (const input of screen.getAllByRole('radio')) expect(input).toBeDisabled();
  });
});
