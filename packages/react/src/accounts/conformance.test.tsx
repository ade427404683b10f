import { groupAccounts } from '@flinks-kit/core';
import { describeConformance } from '../../test/describeConformance.tsx';
import { connected, sampleAccounts } from '../../test/sampleAccounts.ts';
import { AccountBalance } from './AccountBalance.tsx';
import { AccountGroup } from './AccountGroup.tsx';
import { AccountList } from './AccountList.tsx';
import { AccountPicker } from './AccountPicker.tsx';
import { AccountRow } from './AccountRow.tsx';
import { EftBadge } from './EftBadge.tsx';

const account = connected();
const [group] = groupAccounts([account]);

describeConformance('AccountList', <AccountList accounts={sampleAccounts} />, '[data-flinks-account-list]');
describeConformance('AccountGroup', <AccountGroup group={group!} />, '[data-flinks-account-group]');
describeConformance('AccountRow', <AccountRow account={account} />, '[data-flinks-account-row]', (row) => (
  <ul>{row}</ul>
));
describeConformance('AccountBalance', <AccountBalance account={account} />, '[data-flinks-balance]');
describeConformance('EftBadge', <EftBadge assessment={account.eft} />, '[data-flinks-eft]');
describeConformance(
  'AccountPicker',
  <AccountPicker accounts={sampleAccounts} />,
  '[data-flinks-account-picker]',
);
