'use client';

import {
  describeAssessment,
  type MoneyPolicy,
  type PaymentMethod,
  type RankedAccount,
} from '@flinks-kit/core';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import type { AccountsLabels } from '../labels/accounts.en.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { renderBalance } from './AccountBalance.tsx';
import { accountKey, renderName } from './AccountName.tsx';

/** One account to choose, or, without `input`, one that can't be chosen with the reason. */
export function renderChoice({ account, assessment }: RankedAccount, choice: AccountChoice): ReactElement {
  const { accepted, method, labels, locale, moneyPolicy, showBank, input } = choice;
  const { institution, institutionName } = account;
  const Around = input ? 'label' : 'div';
  return (
    <li key={accountKey(account)} data-flinks-choice={assessment.status}>
      <Around data-flinks-choice-body="">
        {input && <input {...input} data-flinks-choice-input="" />}
        {institution && <InstitutionLogo institution={institution} name={institutionName} />}
        <div data-flinks-choice-text="">
          {renderName({ account, labels, showBank })}
          {renderBalance({ account, moneyPolicy, labels, locale })}
          <span data-flinks-choice-note="">
            <span data-flinks-icon="" />
            <span>
              {assessment.status === 'eligible'
                ? accepted
                : describeAssessment(assessment, labels, { method }).explanation}
            </span>
          </span>
        </div>
      </Around>
    </li>
  );
}

interface AccountChoice {
  /** The note of an account that fits. */
  readonly accepted: string;
  readonly method: PaymentMethod | undefined;
  readonly labels: AccountsLabels;
  readonly locale: string;
  readonly moneyPolicy: MoneyPolicy | undefined;
  readonly showBank: boolean;
  readonly input: ComponentPropsWithoutRef<'input'> | undefined;
}
