import { renderWithKit } from '#test';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { connected } from '../../test/sampleAccounts.ts';
import { EftBadge } from './EftBadge.tsx';

const root = () => document.querySelector('[data-flinks-eft]');

describe('EftBadge', () => {
  it.each([
    [1, 'EFT details complete', 'eligible'],
    [0.3, 'EFT details uncertain', 'unlikely'],
    [0, 'No EFT', 'ineligible'],
    [null, 'EFT not known yet', 'unknown'],
  ])('names ratio %s "%s", with its own sign and its reason', (eftEligibleRatio, name, status) => {
    renderWithKit(<EftBadge assessment={connected({ eftEligibleRatio }).eft} />);
    const badge = screen.getByRole('button', { name });
    expect(badge).toHaveAccessibleDescription(/EFT/);
    expect(root()).toHaveAttribute('data-flinks-eft', status);
    expect(badge.querySelector('svg')).toBeInTheDocument();
  });

  it('explains itself on focus and hides on Escape without closing what is around it', async () => {
    const onKeyDown = vi.fn();
    renderWithKit(
      // A stand-in for a dialog that listens for Escape.
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
      <div onKeyDown={onKeyDown}>
        <EftBadge assessment={connected().eft} />
      </div>,
    );
    await userEvent.tab();
    expect(root()).toHaveAttribute('data-open');
    await userEvent.keyboard('{Escape}');
    expect(root()).not.toHaveAttribute('data-open');
    expect(onKeyDown).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onKeyDown).toHaveBeenCalledOnce();
  });

  it('opens by passing over it, and closes on leaving', async () => {
    renderWithKit(<EftBadge assessment={connected().eft} />);
    await userEvent.hover(screen.getByRole('button'));
    expect(root()).toHaveAttribute('data-open');
    await userEvent.unhover(screen.getByRole('button'));
    expect(root()).not.toHaveAttribute('data-open');
  });

  it('opens and closes by tap', async () => {
    renderWithKit(<EftBadge assessment={connected().eft} />);
    const user = userEvent.setup();
    await user.pointer({ keys: '[TouchA]', target: screen.getByRole('button') });
    expect(root()).toHaveAttribute('data-open');
    await user.pointer({ keys: '[TouchA]', target: screen.getByRole('button') });
    expect(root()).not.toHaveAttribute('data-open');
  });
});
