import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { connected } from '../../test/sampleAccounts.ts';
import { EftBadge } from './EftBadge.tsx';

const meta = {
  title: 'Accounts/EftBadge',
  component: EftBadge,
  args: { assessment: connected().eft },
} satisfies Meta<typeof EftBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

/** It explains itself on focus, and Escape hides the explanation. */
export const Eligible: Story = {
  play: async ({ canvas }) => {
    const badge = canvas.getByRole('button');
    const explanation = canvas.getByRole('tooltip', { hidden: true });
    await waitFor(() => expect(explanation).not.toBeVisible());
    await userEvent.tab();
    await expect(badge).toHaveFocus();
    await waitFor(() => expect(explanation).toBeVisible());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(explanation).not.toBeVisible());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(explanation).toBeVisible());
  },
};

export const Unlikely: Story = { args: { assessment: connected({ eftEligibleRatio: 0.3 }).eft } };
export const Unknown: Story = { args: { assessment: connected({ eftEligibleRatio: null }).eft } };
export const RatioZero: Story = { args: { assessment: connected({ eftEligibleRatio: 0 }).eft } };
export const DetailsMissing: Story = { args: { assessment: connected({ transitNumber: null }).eft } };

export const UnusualForms: Story = {
  args: { assessment: connected({ accountNumber: 'AB-9990001', transitNumber: '999-01' }).eft },
};

export const Provisional: Story = {
  args: { assessment: connected({ sources: { summary: true, detail: false } }).eft },
};

export const ETransfer: Story = { args: { assessment: connected().eTransfer, method: 'e-transfer' } };

/** A finger taps it open and taps it closed. */
export const Tapped: Story = {
  play: async ({ canvas }) => {
    const badge = canvas.getByRole('button');
    const explanation = canvas.getByRole('tooltip', { hidden: true });
    await userEvent.pointer({ keys: '[TouchA]', target: badge });
    await waitFor(() => expect(explanation).toBeVisible());
    await userEvent.pointer({ keys: '[TouchA]', target: badge });
    await waitFor(() => expect(explanation).not.toBeVisible());
  },
};
