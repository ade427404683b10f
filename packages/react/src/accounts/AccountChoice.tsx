'use client';

import { describeAssessment, type MoneyPolicy, type RankedAccount } from '@flinks-kit/core';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { accountsEn } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { AccountBalance } from './AccountBalance.tsx';
import { AccountName } from './AccountName.tsx';
import { StatusIcon } from './StatusIcon.tsx';

/** One account to choose, or, without `input`, one that can't be chosen with the reason. */
export function AccountChoice({ ranked, moneyPolicy, input }: AccountChoiceProps): ReactElement {
  const labels = useLabels('accounts', accountsEn);
  const { account, assessment } = ranked;
  const { status, explanation } = describeAssessment(assessment, labels);
  const Around = input === undefined ? 'div' : 'label';
  return (
    <li data-flinks-choice={assessment.status}>
      <Around data-flinks-choice-body="">
        {input !== undefined && <input {...input} data-flinks-choice-input="" />}
        <AccountName account={account} labels={labels} />
        <AccountBalance account={account} moneyPolicy={moneyPolicy} />
        <span data-flinks-choice-note="">
          <StatusIcon status={assessment.status} />
          <span>{assessment.status === 'eligible' ? status : explanation}</span>
        </span>
      </Around>
    </li>
  );
}

interface AccountChoiceProps {
  readonly ranked: RankedAccount;
  readonly moneyPolicy: MoneyPolicy | undefined;
  readonly input?: ComponentPropsWithoutRef<'input'>;
}
