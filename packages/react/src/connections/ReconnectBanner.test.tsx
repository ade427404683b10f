import type { Connection } from '@flinks-kit/core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderWithKit } from '#test';
import { listedAccounts, sampleConnection } from '../../test/sampleConnection.ts';
import { frCA } from '../labels/frCA.ts';
import { ReconnectBanner } from './ReconnectBanner.tsx';

const needsUser = (id: string, flinksCode: string | null, facts: Partial<Connection> = {}) =>
  sampleConnection({
    id,
    institutionName: 'Sample Bank',
    health: { status: 'needs-user', flinksCode },
    ...facts,
  });

function banner(data: readonly Connection[] | undefined, french = false) {
  const connect = { open: vi.fn() };
  renderWithKit(
    <ReconnectBanner connections={{ data }} connect={connect} />,
    french ? { locale: 'fr-CA', labels: frCA } : {},
  );
  return connect;
}

describe('ReconnectBanner', () => {
  it.each([
    ['while the connections load', undefined],
    ['while none is connected', []],
    [
      'while all are well, updated or down',
      [
        sampleConnection(),
        sampleConnection({ id: '2', health: { status: 'unavailable', flinksCode: null } }),
      ],
    ],
    ['for what only developers can resolve', [needsUser('1', 'ACCESS_DENIED')]],
  ])('is hidden %s', (_, data) => {
    banner(data);
    expect(document.querySelector('[data-flinks-banner]')).not.toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('names the one bank and reconnects it', async () => {
    const connect = banner([sampleConnection({ id: 'well' }), needsUser('ill', 'QUESTION_NOT_FOUND')]);
    expect(screen.getByRole('region', { name: 'Sample Bank needs your attention' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Reconnect: Sample Bank/ }));
    expect(connect.open).toHaveBeenCalledExactlyOnceWith({ connectionId: 'ill' });
  });

  it('has one button for each of several, and shows which of two logins of one bank', async () => {
    const connect = banner([
      needsUser('one', null),
      needsUser('two', 'DISABLED_LOGIN', {
        accounts: listedAccounts(1).map((each) => ({ ...each, mask: '•••• 7781' })),
      }),
    ]);
    expect(screen.getByRole('region', { name: '2 banks need your attention' })).toBeVisible();
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Reconnect: Sample Bank •••• 1000 •••• 1001',
      'Reconnect after contacting your bank: Sample Bank •••• 7781',
    ]);
    await userEvent.click(screen.getByRole('button', { name: /7781/ }));
    expect(connect.open).toHaveBeenCalledExactlyOnceWith({ connectionId: 'two' });
  });

  it('keeps the focus when the bank that had it is well again', async () => {
    const draw = (...data: Connection[]) => (
      <ReconnectBanner connections={{ data }} connect={{ open: vi.fn() }} />
    );
    const two = needsUser('two', null, { institutionName: 'Other Bank' });
    const { rerender } = renderWithKit(draw(needsUser('one', null), two));
    await userEvent.click(screen.getByRole('button', { name: /Sample Bank/ }));
    rerender(draw(two));
    expect(screen.getByRole('button', { name: /Other Bank/ })).toHaveFocus();
  });

  it.each(['', ' '])('names a bank by the server where the app’s name is %j', (blank) => {
    renderWithKit(
      <ReconnectBanner
        connections={{ data: [needsUser('one', null)] }}
        connect={{ open: vi.fn() }}
        institutionName={() => blank}
      />,
    );
    expect(screen.getByRole('region', { name: 'Sample Bank needs your attention' })).toBeVisible();
  });

  it('is in Canadian French for a provider in that language', () => {
    banner([needsUser('one', null)], true);
    expect(
      screen.getByRole('region', { name: 'Sample Bank\u00a0: votre attention est requise' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /^Se reconnecter/ })).toBeVisible();
  });
});
