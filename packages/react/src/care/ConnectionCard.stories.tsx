import type { Connection } from '@flinks-kit/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { onPhone } from '../../test/onPhone.tsx';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { ConnectionCard } from './ConnectionCard.tsx';

const meta = {
  title: 'Care/ConnectionCard',
  component: ConnectionCard,
  args: { connection: sampleConnection({ scheduledRefresh: true }), connect: { open: fn() }, now: sampleNow },
} satisfies Meta<typeof ConnectionCard>;

export default meta;
type Story = StoryObj<typeof meta>;

const health = (status: Connection['health']['status'], flinksCode: string | null = null) =>
  sampleConnection({ health: { status, flinksCode } });

export const Fresh: Story = {};
export const DataIsOld: Story = { args: { now: sampleNow + 5 * 86_400_000 } };
export const BeingUpdated: Story = { args: { connection: health('pending') } };
export const NeedsAnAnswer: Story = { args: { connection: health('needs-user', 'QUESTION_NOT_FOUND') } };
export const NeedsTheBank: Story = { args: { connection: health('needs-user', 'DISABLED_LOGIN') } };
export const BankIsDown: Story = { args: { connection: health('unavailable', 'RETRY_LATER') } };
export const BeingDeleted: Story = { args: { connection: health('deleting') } };
export const Provisional: Story = {
  args: { connection: sampleConnection({ provisional: true, lastRefresh: null, accountsCount: null }) },
};

/** One question, with what is deleted where; the focus goes to the harmless answer. */
export const Deleting: Story = {
  play: async ({ canvas, canvasElement }) => {
    const buttons = canvas.getAllByRole('button');
    await userEvent.click(buttons.at(-1)!);
    await expect(canvasElement.querySelector('[data-flinks-remove="asking"] button')).toHaveFocus();
  },
};

export const Narrow: Story = {
  args: { connection: { ...health('needs-user', 'INVALID_PASSWORD'), scheduledRefresh: true } },
  ...onPhone,
};
