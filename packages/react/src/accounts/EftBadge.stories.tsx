import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { connected } from '../../test/sampleAccounts.ts';
import { EftBadge } from './EftBadge.tsx';

const meta = {
  title: 'Components/EftBadge',
  component: EftBadge,
  args: { assessment: connected().eft },
  argTypes: { method: { control: 'inline-radio', options: ['eft', 'e-transfer'] } },
} satisfies Meta<typeof EftBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A press shows why, Escape hides it; hover and focus show it where the browser knows `interestfor`. */
export const Eligible: Story = {
  play: async ({ canvas }) => {
    const badge = canvas.getByRole('button');
    const explanation = canvas.getByRole('tooltip', { hidden: true });
    await expect(explanation).not.toBeVisible();
    await userEvent.click(badge);
    await expect(explanation).toBeVisible();
    await userEvent.click(badge);
    await expect(explanation).not.toBeVisible();
  },
};

/** In the top layer nothing cuts it off: not a host with `overflow: clip`, and not the edge of the window. */
export const InAHostThatClips: Story = {
  name: 'Inside overflow hidden',
  decorators: [
    (Story) => (
      <div
        style={{
          overflow: 'clip',
          blockSize: 32,
          inlineSize: 200,
          position: 'absolute',
          inset: 'auto 0 0 auto',
        }}
      >
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    const { left, right, top, bottom } = canvas.getByRole('tooltip').getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    await expect([left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight]).toEqual(
      Array(4).fill(true),
    );
    const { bottom: below } = canvas.getByRole('button').getBoundingClientRect();
    await expect(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)).toBe(
      canvas.getByRole('tooltip'),
    );
    await expect(below).toBeGreaterThan(bottom);
  },
};

export const Unlikely: Story = { args: { assessment: connected({ eftEligibleRatio: 0.3 }).eft } };
export const Unknown: Story = { args: { assessment: connected({ eftEligibleRatio: null }).eft } };
export const RatioZero: Story = {
  name: 'Ratio of 0',
  args: { assessment: connected({ eftEligibleRatio: 0 }).eft },
};
export const DetailsMissing: Story = {
  name: 'A number is missing',
  args: { assessment: connected({ transitNumber: null }).eft },
};

export const UnusualForms: Story = {
  name: 'Unusual account number',
  args: { assessment: connected({ accountNumber: 'AB-9990001', transitNumber: '999-01' }).eft },
};

export const Provisional: Story = {
  args: { assessment: connected({ sources: { summary: true, detail: false } }).eft },
};

export const ETransfer: Story = {
  name: 'e-Transfer',
  args: { assessment: connected().eTransfer, method: 'e-transfer' },
};
