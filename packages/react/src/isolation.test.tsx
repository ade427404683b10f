import { createConnect, groupAccounts } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it, test } from 'vitest';
import { connected } from '../test/sampleAccounts.ts';
import { sampleConnection } from '../test/sampleConnection.ts';
import * as entry from './index.ts';

// U+202E reverses what follows it: a bank's text could rewrite the amount or the button beside it.
const hostile = 'Knab \u202Eevil';
const account = connected({ title: hostile });
const untitled = connected({ id: 'untitled', title: null, type: hostile });
const connection = sampleConnection({ institution: hostile, institutionName: hostile });
const [group] = groupAccounts([account, untitled]);
const engine = createConnect({ client: testClient });
const connect = { ...engine, engine, session: engine.getSnapshot(), frameProps: null };

/** Every component of the entry point with a bank's text in it; `null` where it draws none. */
const components: Readonly<Record<string, ReactElement | null>> = {
  AccountBalance: <entry.AccountBalance account={{ ...account, currency: hostile }} />,
  AccountGroup: <entry.AccountGroup group={group!} />,
  AccountList: <entry.AccountList accounts={[account, untitled]} />,
  AccountPicker: <entry.AccountPicker accounts={[account, untitled]} />,
  AccountRow: (
    <ul>
      <entry.AccountRow account={account} />
    </ul>
  ),
  ConnectButton: <entry.ConnectButton connect={connect} />,
  ConnectionCard: <entry.ConnectionCard connection={connection} />,
  ConnectionList: (
    <entry.ConnectionList connections={{ data: [connection], error: null, refetch: () => {} }} />
  ),
  ConnectProgress: <entry.ConnectProgress connect={connect} />,
  EftBadge: null,
  FlinksConnect: <entry.FlinksConnect connect={connect} />,
  FlinksConnectDialog: <entry.FlinksConnectDialog connect={connect} />,
  InstitutionPicker: (
    <entry.InstitutionPicker
      institutions={{ data: [{ id: '1', name: hostile, country: null }], error: null, refetch: () => {} }}
      connect={{ open: () => {} }}
    />
  ),
  InstitutionLogo: <entry.InstitutionLogo name={hostile} />,
  ReconnectBanner: (
    <entry.ReconnectBanner
      connections={{ data: [{ ...connection, health: { status: 'needs-user', flinksCode: null } }] }}
      connect={connect}
    />
  ),
  RemedyMessage: <entry.RemedyMessage flinksCode={hostile} source="widget" />,
};

/** Texts of the bank that are neither in a `<bdi>` nor between isolates. */
function exposed(root: Element): readonly string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? '';
    const isExposed = text.replaceAll(/\u2068[^\u2069]*\u2069/g, '').includes('\u202E');
    if (isExposed && !walker.currentNode.parentElement?.closest('bdi')) found.push(text);
  }
  return found;
}

describe('text that a bank supplies', () => {
  it.each(Object.entries(components).filter(([, element]) => element !== null))(
    '%s isolates what a bank wrote',
    (_, element) => {
      const { container } = renderWithKit(<>{element}</>);
      expect(exposed(container)).toEqual([]);
    },
  );

  it('the question before a deletion isolates the name of the bank', () => {
    const { container } = renderWithKit(<entry.ConnectionCard connection={connection} />);
    fireEvent.click(screen.getByRole('button', { name: /^Options for/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete connection' }));
    expect(container.textContent).toContain(`Delete the connection to \u2068${hostile}\u2069?`);
    expect(exposed(container)).toEqual([]);
  });

  it('the announcement of another account isolates its title', () => {
    const other = connected({
      id: 'other',
      title: hostile,
      accountNumber: '9990002',
      eftEligibleRatio: 0.95,
    });
    const { container, rerender } = renderWithKit(<entry.AccountPicker accounts={[connected(), other]} />);
    rerender(<entry.AccountPicker accounts={[connected({ transitNumber: null }), other]} />);
    expect(container.querySelector('[data-flinks-choice-change]')?.textContent).toContain(
      `\u2068${hostile}\u2069`,
    );
    expect(exposed(container)).toEqual([]);
  });

  test('no component of the entry point is left out', () => {
    const exported = Object.entries(entry)
      .filter(([, value]) => typeof value === 'object' && '$$typeof' in value)
      .map(([name]) => name);
    expect(Object.keys(components).toSorted()).toEqual(exported.toSorted());
  });
});
