import { createConnect, groupAccounts } from '@flinks-kit/core';
import type { ReactElement, Ref } from 'react';
import { expect, test } from 'vitest';
import { describeConformance } from '../test/describeConformance.tsx';
import { connected, sampleAccounts } from '../test/sampleAccounts.ts';
import { sampleConnection } from '../test/sampleConnection.ts';
import { testClient } from '../test/testClient.ts';
import * as door from './index.ts';

const account = connected();
const [group] = groupAccounts([account]);
const connection = sampleConnection();
const connections = { data: [connection], error: null, refetch: () => {} };

const engine = createConnect({ client: testClient });
const resting: door.UseFlinksConnectResult = {
  ...engine,
  engine,
  session: engine.getSnapshot(),
  frameProps: null,
};

// Every component of the door, and the documented attribute of its root.
const components: Readonly<Record<string, { readonly part: Part; readonly root: string }>> = {
  AccountBalance: { part: <door.AccountBalance account={account} />, root: '[data-flinks-balance]' },
  AccountGroup: { part: <door.AccountGroup group={group!} />, root: '[data-flinks-account-group]' },
  AccountList: { part: <door.AccountList accounts={sampleAccounts} />, root: '[data-flinks-account-list]' },
  AccountPicker: {
    part: <door.AccountPicker accounts={sampleAccounts} />,
    root: '[data-flinks-account-picker]',
  },
  AccountRow: { part: <door.AccountRow account={account} />, root: '[data-flinks-account-row]' },
  ConnectionCard: { part: <door.ConnectionCard connection={connection} />, root: '[data-flinks-connection]' },
  ConnectionList: {
    part: <door.ConnectionList connections={connections} />,
    root: '[data-flinks-connections]',
  },
  ConnectProgress: { part: <door.ConnectProgress connect={resting} />, root: '[data-flinks-progress]' },
  EftBadge: { part: <door.EftBadge assessment={account.eft} />, root: '[data-flinks-eft]' },
  FlinksConnect: { part: <door.FlinksConnect connect={resting} />, root: '[data-flinks-connect]' },
  FlinksConnectDialog: { part: <door.FlinksConnectDialog connect={resting} />, root: '[data-flinks-dialog]' },
  RemedyMessage: {
    part: <door.RemedyMessage flinksCode="RETRY_LATER" source="widget" />,
    root: '[data-flinks-remedy]',
  },
};

const listItem = (item: ReactElement) => <ul>{item}</ul>;

for (const [name, { part, root }] of Object.entries(components)) {
  describeConformance(name, part, root, name === 'AccountRow' ? listItem : undefined);
}

test('no component of the door is left out', () => {
  const exported = Object.entries(door).filter(
    ([, value]) => typeof value === 'object' && '$$typeof' in value,
  );
  expect(exported.map(([name]) => name).toSorted()).toEqual(Object.keys(components).toSorted());
});

type Part = ReactElement<{ className?: string; style?: object; id?: string; ref?: Ref<HTMLElement> }>;
