import { renderWithKit } from '#test';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
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
    expect(badge.querySelector('[data-flinks-icon]')).toBeInTheDocument();
  });

  it('shows its explanation as a native popover of its button', () => {
    renderWithKit(<EftBadge assessment={connected().eft} />);
    const explanation = screen.getByRole('tooltip', { hidden: true });
    expect(explanation).toHaveAttribute('popover', 'auto');
    expect(screen.getByRole('button')).toHaveAttribute('popovertarget', explanation.id);
    expect(screen.getByRole('button')).toHaveAttribute('interestfor', explanation.id);
  });
});
