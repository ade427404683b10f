'use client';

import { describeAssessment, type MoneyPolicy, type RankedAccount } from '@flinks-kit/core';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { accountsEn } from '../labels/accounts.en.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { renderBalance } from './AccountBalance.tsx';
import { renderName } from './AccountName.tsx';

/** One account to choose, or, without `input`, one that can't be chosen with the reason. */
export function AccountChoice({ ranked, accepted, moneyPolicy, input }: AccountChoiceProps): ReactElement {
  const { locale } = useFlinks();
  const labels = useLabels('accounts', accountsEn);
  const { account, assessment } = ranked;
  const institution = account.institution ?? null;
  const { explanation } = describeAssessment(assessment, labels);
  const Around = input === undefined ? 'div' : 'label';
  return (
    <li data-flinks-choice={assessment.status}>
      <Around data-flinks-choice-body="">
        {input !== undefined && <input {...input} data-flinks-choice-input="" />}
        {institution !== null && <InstitutionLogo institution={institution} />}
        <div data-flinks-choice-text="">
          {renderName({ account, labels })}
          {renderBalance({ account, moneyPolicy, labels, locale })}
          <span data-flinks-choice-note="">
            <span data-flinks-icon="" />
            <span>{assessment.status === 'eligible' ? accepted : explanation}</span>
          </span>
        </div>
      </Around>
    </li>
  );
}

interface AccountChoiceProps {
  readonly ranked: RankedAccount;
  /** The note of an account that fits. */
  readonly accepted: string;
  readonly moneyPolicy: MoneyPolicy | undefined;
  readonly input?: ComponentPropsWithoutRef<'input'>;
}
