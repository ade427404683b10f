import { createConnect, groupAccounts } from '@flinks-kit/core';
import type { ReactElement, Ref } from 'react';
import { describe, expect, test } from 'vitest';
import { describeConformance } from '../test/describeConformance.tsx';
import { connected, sampleAccounts } from '../test/sampleAccounts.ts';
import { sampleConnection } from '../test/sampleConnection.ts';
import { testClient } from '../test/testClient.ts';
import * as entry from './index.ts';

const account = connected();
const [group] = groupAccounts([account]);
const connection = sampleConnection();
const connections = { data: [connection], error: null, refetch: () => {} };

const engine = createConnect({ client: testClient });
const resting: entry.UseFlinksConnectResult = {
  ...engine,
  engine,
  session: engine.getSnapshot(),
  frameProps: null,
};

// Every component of the entry point, and the documented attribute of its root.
const components: Readonly<Record<string, { readonly part: Part; readonly root: string }>> = {
  AccountBalance: { part: <entry.AccountBalance account={account} />, root: '[data-flinks-balance]' },
  AccountGroup: { part: <entry.AccountGroup group={group!} />, root: '[data-flinks-account-group]' },
  AccountList: { part: <entry.AccountList accounts={sampleAccounts} />, root: '[data-flinks-account-list]' },
  AccountPicker: {
    part: <entry.AccountPicker accounts={sampleAccounts} />,
    root: '[data-flinks-account-picker]',
  },
  AccountRow: { part: <entry.AccountRow account={account} />, root: '[data-flinks-account-row]' },
  ConnectButton: { part: <entry.ConnectButton connect={resting} />, root: '[data-flinks-connect-button]' },
  ConnectionCard: {
    part: <entry.ConnectionCard connection={connection} />,
    root: '[data-flinks-connection]',
  },
  ConnectionList: {
    part: <entry.ConnectionList connections={connections} />,
    root: '[data-flinks-connections]',
  },
  ConnectProgress: { part: <entry.ConnectProgress connect={resting} />, root: '[data-flinks-progress]' },
  EftBadge: { part: <entry.EftBadge assessment={account.eft} />, root: '[data-flinks-eft]' },
  FlinksConnect: { part: <entry.FlinksConnect connect={resting} />, root: '[data-flinks-connect]' },
  FlinksConnectDialog: {
    part: <entry.FlinksConnectDialog connect={resting} />,
    root: '[data-flinks-dialog]',
  },
  InstitutionPicker: {
    part: (
      <entry.InstitutionPicker
        institutions={{ data: [], error: null, refetch: () => {} }}
        connect={{ open: () => {} }}
      />
    ),
    root: '[data-flinks-institution-picker]',
  },
  InstitutionLogo: { part: <entry.InstitutionLogo name="Sample Bank" />, root: '[data-flinks-logo]' },
  ReconnectBanner: {
    part: <entry.ReconnectBanner connections={connections} connect={resting} />,
    root: '[data-flinks-banner]',
  },
  RemedyMessage: {
    part: <entry.RemedyMessage flinksCode="RETRY_LATER" source="widget" />,
    root: '[data-flinks-remedy]',
  },
};

const listItem = (item: ReactElement) => <ul>{item}</ul>;

for (const [name, { part, root }] of Object.entries(components)) {
  describeConformance(name, part, root, name === 'AccountRow' ? listItem : undefined);
}

describe('components', () => {
  test('no component of the entry point is left out', () => {
    const exported = Object.entries(entry).filter(
      ([, value]) => typeof value === 'object' && '$$typeof' in value,
    );
    expect(exported.map(([name]) => name).toSorted()).toEqual(Object.keys(components).toSorted());
  });
});

type Part = ReactElement<{ className?: string; style?: object; id?: string; ref?: Ref<HTMLElement> }>;
