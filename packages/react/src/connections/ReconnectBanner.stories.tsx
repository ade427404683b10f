import type { Connection } from '@flinks-kit/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { onPhone } from '../../test/onPhone.tsx';
import { listedAccounts, sampleConnection } from '../../test/sampleConnection.ts';
import { ReconnectBanner } from './ReconnectBanner.tsx';

const needsUser = (id: string, flinksCode: string, facts: Partial<Connection> = {}) =>
  sampleConnection({
    id,
    institutionName: 'Flinks Capital',
    health: { status: 'needs-user', flinksCode },
    ...facts,
  });

const one = [sampleConnection({ id: 'well' }), needsUser('connection-1', 'QUESTION_NOT_FOUND')];
const three = [
  ...one,
  needsUser('connection-2', 'INVALID_PASSWORD', {
    accounts: listedAccounts(1).map((account) => ({ ...account, mask: '•••• 7781' })),
  }),
  needsUser('connection-3', 'DISABLED_LOGIN', { institutionName: 'Caisse populaire du Fleuve' }),
];

const open = fn();

const meta = {
  title: 'Components/ReconnectBanner',
  component: ReconnectBanner,
  args: { connections: { data: one }, connect: { open } },
} satisfies Meta<typeof ReconnectBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One bank needs the user: one sentence, one button. */
export const One: Story = {
  name: 'One bank',
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(open).toHaveBeenCalledWith({ connectionId: 'connection-1' });
  },
};

/** Several, two of them at one bank. */
export const Several: Story = { name: 'Several banks', args: { connections: { data: three } } };

export const Narrow: Story = { args: { connections: { data: three } }, ...onPhone };
