import type { Connection, DuplicateConnection } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { frCA } from '../labels/frCA.ts';
import { ConnectionCard, type ConnectionCardProps } from './ConnectionCard.tsx';
import { ConnectionList } from './ConnectionList.tsx';

const duplicate = (facts: Partial<DuplicateConnection> = {}): DuplicateConnection => ({
  connectionId: 'earlier',
  accountIds: ['account-2'],
  certainty: 'same',
  ...facts,
});
const earlier = sampleConnection({
  id: 'earlier',
  institutionName: 'TD',
  createdAt: '2026-10-01T12:00:00Z',
  duplicates: [duplicate({ connectionId: 'connection-1' })],
});
const later = (...duplicates: DuplicateConnection[]) =>
  sampleConnection({ institutionName: 'Toronto-Dominion', duplicates });
const question = () => screen.queryByRole('group', { name: /already (be )?connected/ });

function card(connection: Connection, props: Partial<ConnectionCardProps> = {}) {
  const deleteConnection = vi.fn(() => Promise.resolve({ status: 'deleted' } as const));
  const page = renderWithKit(<ConnectionCard {...props} connection={connection} now={sampleNow} />, {
    client: testClient({ deleteConnection }),
  });
  return { ...page, deleteConnection };
}

describe('ConnectionCard: an account that is connected twice', () => {
  it.each([
    [duplicate(), 'TD •••• 1001 is already connected through another connection.'],
    [duplicate({ certainty: 'likely' }), 'TD •••• 1001 may already be connected through another connection.'],
    [
      duplicate({ accountIds: ['account-1', 'account-3'] }),
      'TD •••• 1000 and 1 more are already connected through another connection.',
    ],
  ])('is named as the other connection names it: %j', (twice, words) => {
    card(later(twice), { connections: [earlier] });
    expect(screen.getByRole('group', { name: words })).toBeVisible();
  });

  it('has the name of its own bank where the other connection is not known', () => {
    card(later(duplicate()));
    expect(screen.getByRole('group', { name: /^Toronto-Dominion •••• 1001 is already/ })).toBeVisible();
  });

  it.each([
    ['same', 'TD •••• 1000 et un autre compte sont déjà connectés par une autre connexion.'],
    ['likely', 'TD •••• 1000 et un autre compte sont peut-être déjà connectés par une autre connexion.'],
  ] as const)('is named in Canadian French: %s', (certainty, words) => {
    const connection = later(duplicate({ certainty, accountIds: ['account-1', 'account-2'] }));
    renderWithKit(<ConnectionCard connection={connection} connections={[earlier]} />, {
      locale: 'fr-CA',
      labels: frCA,
    });
    expect(screen.getByRole('group', { name: words })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Conserver les deux' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Supprimer celle-ci' })).toBeVisible();
  });

  it('is asked about once in a list, on the card of the later connection', () => {
    const connections = [earlier, later(duplicate())];
    renderWithKit(<ConnectionList connections={{ data: connections, error: null, refetch: () => {} }} />);
    expect(screen.getAllByRole('button', { name: 'Keep both' })).toHaveLength(1);
    expect(screen.getByRole('article', { name: 'Toronto-Dominion' })).toContainElement(question());
  });

  it('is not asked about while either connection is being deleted', () => {
    const deleting = { status: 'deleting', flinksCode: null } as const;
    card(later(duplicate()), { connections: [{ ...earlier, health: deleting }] });
    card({ ...later(duplicate()), health: deleting });
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(question()).toBeNull();
  });

  it('stays in both when the user keeps both, and the focus goes to the menu', async () => {
    const onKeepDuplicates = vi.fn();
    const connection = later(duplicate());
    const { deleteConnection, rerender } = card(connection, { onKeepDuplicates });
    await userEvent.click(screen.getByRole('button', { name: 'Keep both' }));
    expect(question()).toBeNull();
    expect(screen.getByRole('button', { name: /^Options/ })).toHaveFocus();
    expect(onKeepDuplicates).toHaveBeenCalledExactlyOnceWith(connection);
    expect(deleteConnection).not.toHaveBeenCalled();
    rerender(<ConnectionCard connection={later(duplicate(), duplicate({ connectionId: 'third' }))} />);
    expect(screen.getByRole('button', { name: 'Keep all' })).toBeVisible();
  });

  it('is deleted with this connection only after a second answer', async () => {
    const { deleteConnection } = card(later(duplicate()));
    await userEvent.click(screen.getByRole('button', { name: 'Delete this one' }));
    expect(deleteConnection).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(question()).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Delete this one' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(deleteConnection).toHaveBeenCalledExactlyOnceWith('connection-1'));
  });
});
