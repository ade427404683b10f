import type { Connection } from '@flinks-kit/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, type within } from 'storybook/test';
import { onPhone } from '../../test/onPhone.tsx';
import { sampleAccounts } from '../../test/sampleAccounts.ts';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';

// As a server sends it that knows the institution's name; `FlinksCapital` is Flinks' own for it.
const named = (facts: Partial<Connection>) =>
  sampleConnection({ institutionName: 'Flinks Capital', ...facts });

const meta = {
  title: 'Components/ConnectionCard',
  component: ConnectionCard,
  args: { connection: named({ nightlyRefresh: true }), connect: { open: fn() }, now: sampleNow },
} satisfies Meta<typeof ConnectionCard>;

export default meta;
type Story = StoryObj<typeof meta>;

const health = (status: Connection['health']['status'], flinksCode: string | null = null) =>
  named({ health: { status, flinksCode } });

/** Words differ by language, so a story chooses by place. */
async function choose(canvas: Canvas, card: number, item: number): Promise<void> {
  await userEvent.click(canvas.getAllByRole('button', { expanded: false })[card]);
  await userEvent.click(canvas.getAllByRole('menuitem').at(item));
}

type Canvas = ReturnType<typeof within>;

export const Fresh: Story = { name: 'Up to date' };
export const DataIsOld: Story = { name: 'Old data', args: { now: sampleNow + 5 * 86_400_000 } };
export const BeingUpdated: Story = { name: 'Being updated', args: { connection: health('pending') } };
export const NeedsAnAnswer: Story = {
  name: 'Bank asks a question',
  args: { connection: health('needs-user', 'QUESTION_NOT_FOUND') },
};
export const NeedsTheBank: Story = {
  name: 'Bank blocked the login',
  args: { connection: health('needs-user', 'DISABLED_LOGIN') },
};
/** The server does not refresh again before 10:10, and the button shows the wait. */
export const BankIsDown: Story = {
  name: 'Bank is down',
  args: {
    connection: { ...health('unavailable', 'RETRY_LATER'), refreshableAt: '2026-11-20T15:10:00Z' },
  },
};
export const JustRefreshed: Story = {
  name: 'Just refreshed',
  args: { connection: named({ refreshableAt: '2026-11-20T15:10:00Z' }) },
};

/** The server has no name for the bank before its first read; Flinks' key of it is never shown. */
export const WithoutAName: Story = {
  name: 'Name not known yet',
  args: { connection: { ...health('pending'), institutionName: null, accounts: null, lastRefreshAt: null } },
};

/** The parts of a card stand in line with the accounts below it, on a phone and on a wide page. */
export const AboveItsAccounts: Story = {
  name: 'Above its accounts',
  render: (args) => (
    <>
      {[320, 560].map((inlineSize) => (
        <div
          key={inlineSize}
          data-testid="width"
          style={{ inlineSize, maxInlineSize: '100%', marginBlockEnd: 24 }}
        >
          <ConnectionCard {...args} />
          <AccountList accounts={sampleAccounts} />
        </div>
      ))}
    </>
  ),
  play: async ({ canvas }) => {
    for (const width of canvas.getAllByTestId('width')) {
      const edgeOf = (part: string) =>
        width.querySelector(`[data-flinks-${part}]`)?.getBoundingClientRect().left ?? Number.NaN;
      await expect(edgeOf('logo')).toBe(edgeOf('account-title'));
    }
  },
};

/** Refresh, details, the choice of accounts and deletion; by keyboard too. */
export const Menu: Story = {
  play: async ({ canvas, canvasElement }) => {
    const opener = canvas.getByRole('button');
    await userEvent.click(opener);
    await expect(canvas.getAllByRole('menuitem')).toHaveLength(4);
    await expect(canvas.getAllByRole('menuitem')[0]).toHaveFocus();
    // In the top layer, beside its button, and inside the page.
    const menu = canvasElement.querySelector('[data-flinks-menu]')!;
    await expect(menu.matches(':popover-open')).toBe(true);
    const { left, right, top } = menu.getBoundingClientRect();
    await expect(left).toBeGreaterThanOrEqual(0);
    await expect(right).toBeLessThanOrEqual(window.innerWidth);
    await expect(Math.abs(top - opener.getBoundingClientRect().bottom)).toBeLessThanOrEqual(8);
    await userEvent.keyboard('{Escape}');
    await expect(opener).toHaveFocus();
    await userEvent.click(opener);
  },
};

/** The exact times, the accounts, and the switch of the nightly refresh where it is on. */
export const Details: Story = { play: async ({ canvas }) => choose(canvas, 0, 1) };

/** Switched on, and stopped: each condition that is so now is marked. */
export const NightlyStopped: Story = {
  name: 'Nightly refresh stopped',
  args: {
    connection: { ...health('needs-user', 'INVALID_PASSWORD'), nightlyRefresh: true },
    now: sampleNow + 8 * 86_400_000,
  },
  play: async ({ canvas, canvasElement }) => {
    await choose(canvas, 0, 0);
    const stops = canvasElement.querySelector<HTMLDetailsElement>('[data-flinks-nightly-stops]');
    await userEvent.click(stops!.querySelector('summary')!);
    await expect(stops!.querySelectorAll('[data-flinks-stopped]')).toHaveLength(2);
  },
};

const twice = (certainty: 'same' | 'likely', accountIds: readonly string[]) =>
  named({ duplicates: [{ connectionId: 'connection-2', accountIds, certainty }] });

/** The numbers are equal. The user keeps both connections, or deletes this one after a second question. */
export const ConnectedTwice: Story = {
  name: 'Connected twice',
  args: {
    connection: twice('same', ['account-1', 'account-2']),
    connections: [named({ id: 'connection-2', createdAt: '2026-10-01T12:00:00Z' })],
  },
};
/** A number is not known whole: bank, mask, type and currency agree. */
export const LikelyConnectedTwice: Story = {
  name: 'Perhaps connected twice',
  args: { connection: twice('likely', ['account-1']) },
};

const chooseAgain = fn();

/** An account that the user chose is not there any more: the bank closed it, or gave it another id. */
export const AccountsMissing: Story = {
  name: 'A chosen account is missing',
  args: { connection: named({ hasMissingAccounts: true }), connect: { open: chooseAgain } },
  play: async ({ canvas }) => {
    const isAction = (button: HTMLElement) => button.closest('[data-flinks-connection-action]') !== null;
    await userEvent.click(canvas.getAllByRole('button').find(isAction)!);
    await expect(chooseAgain).toHaveBeenCalledWith(expect.objectContaining({ chooseAccounts: true }));
  },
};

export const BeingDeleted: Story = { name: 'Being deleted', args: { connection: health('deleting') } };
export const Provisional: Story = {
  name: 'Not verified yet',
  args: {
    connection: {
      ...health('pending'),
      verification: 'unverified',
      lastRefreshAt: null,
      accounts: null,
    },
  },
};

/** One question, with what is deleted where; the focus goes to the harmless answer. */
export const Deleting: Story = {
  name: 'Asks before deleting',
  play: async ({ canvas, canvasElement }) => {
    await choose(canvas, 0, -1);
    await expect(canvasElement.querySelector('[data-flinks-delete="asking"] button')).toHaveFocus();
  },
};

export const Narrow: Story = {
  args: { connection: { ...health('needs-user', 'INVALID_PASSWORD'), nightlyRefresh: true } },
  ...onPhone,
};
