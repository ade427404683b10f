import {
  AccountList,
  AccountPicker,
  AccountRow,
  ConnectButton,
  ConnectProgress,
  FlinksConnect,
  FlinksConnectDialog,
} from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { sampleAccounts } from '../../packages/react/test/sampleAccounts.ts';
import { atBank, atSlowBank, sampleConnect } from './sampleConnect.ts';

const [chequing, , , , card] = sampleAccounts;
if (chequing === undefined || card === undefined) throw new Error('The samples have too few accounts.');

/** Components whose parts their first story does not show well, or that take a session: what to draw, by name. */
export const sampleParts: Readonly<Record<string, ReactElement>> = {
  AccountList: <AccountList accounts={[chequing]} />,
  AccountPicker: <AccountPicker accounts={[chequing, card]} name="account" />,
  AccountRow: <AccountRow account={chequing} actions={<button type="button">Choose</button>} />,
  ConnectButton: <ConnectButton connect={sampleConnect({ status: 'idle' })} />,
  ConnectProgress: <ConnectProgress connect={sampleConnect(atBank)} />,
  FlinksConnect: <FlinksConnect connect={sampleConnect(atSlowBank)} />,
  FlinksConnectDialog: <FlinksConnectDialog connect={sampleConnect(atBank)} />,
};
