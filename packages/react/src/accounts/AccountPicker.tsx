'use client';

import {
  type ConnectedAccount,
  describeAssessment,
  type EftAssessment,
  type EftPurpose,
  type MoneyPolicy,
  type PaymentMethod,
  rankAccountsBy,
} from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, type ReactElement, type ReactNode, useId } from 'react';
import { isolate } from '../format/isolate.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { accountsEn } from '../labels/accounts.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { renderBalance } from './AccountBalance.tsx';
import { renderGroupName } from './AccountGroup.tsx';
import { accountKey, hasSeveralBanks, nameAccount, nameBank, renderName } from './AccountName.tsx';
import { AccountsNotice } from './AccountsNotice.tsx';
import { type AccountsInput, getAccountsView } from './getAccountsView.ts';
import { type RankedChoice, useAccountChoice } from './useAccountChoice.ts';
import { type AccountGrouping, type AccountListGroup, groupAccountsBy } from './useAccountGroups.ts';

/**
 * A form field for the account of a purpose: the best account is preselected, the usable ones come first, and the
 * others show why they cannot be used. Accounts of several banks name their bank, or stand below it (`groupBy`). Made of
 * native inputs: it has a name, takes part in `FormData`, validation and reset, and works controlled (`value`) and
 * uncontrolled. `value`, `defaultValue`, `onValueChange` and `FormData` have one value: the account's `id`, and over
 * `useAllAccounts` `connectionId/accountId`. Renders a `<fieldset>`.
 *
 * The first preselection is in the form but not reported: `rankAccounts` gives the same. A choice that changes later
 * without a press, because details ruled an account out, is reported by `onValueChange`, shown and announced.
 *
 * Attributes: `data-flinks-account-picker` (see `AccountsViewState`), `data-flinks-choice` (the status) on each account,
 * `data-flinks-choice-group` on a group, `data-flinks-choice-change` on the announcement, `data-flinks-picker-error` on the
 * validation message.
 *
 * @example
 * <AccountPicker accounts={useAccounts(connectionId)} purpose="pad-debit" name="account" required />
 */
export const AccountPicker = forwardRef<HTMLFieldSetElement, AccountPickerProps>(
  function AccountPicker(props, ref) {
    // The choice and the announcement of one user are not kept for the next.
    return <PickerOfUser key={useFlinks().client.userId} {...props} ref={ref} />;
  },
);

const PickerOfUser = forwardRef<HTMLFieldSetElement, AccountPickerProps>(function PickerOfUser(props, ref) {
  const {
    accounts,
    groupBy,
    purpose = 'pad-debit',
    assess = assessedByServer,
    method,
    formValue,
    name,
    required,
    legend,
    moneyPolicy,
    multiple,
    // Read from `props`, where their types depend on `multiple`.
    value: _value,
    defaultValue: _defaultValue,
    preselect: _preselect,
    onValueChange: _onValueChange,
    ...rest
  } = props;
  const labels = useLabels('accounts', accountsEn);
  const { locale } = useFlinks();
  const id = useId();

  const view = getAccountsView(accounts);
  const toValue = formValue ?? (view.connections ? accountKey : accountId);
  const choices = rankAccountsBy(view.accounts, assess).map((each) => ({
    ...each,
    value: toValue(each.account),
  }));
  const showBank = hasSeveralBanks(view.accounts);
  const {
    legend: legendRef,
    usable,
    chosen,
    isInvalid,
    onInvalid,
    change,
    choose,
  } = useAccountChoice(props, choices, (values) => {
    const picked = choices.filter(({ value }) => values.includes(value)).map(({ account }) => account);
    if (props.multiple) props.onValueChange?.(values, picked);
    else props.onValueChange?.(values[0] ?? null, picked[0] ?? null);
  });
  // The ranking puts them last.
  const unusable = choices.slice(usable.length);

  return (
    <fieldset
      role={multiple ? 'group' : 'radiogroup'}
      aria-required={multiple ? undefined : required}
      aria-invalid={multiple ? undefined : isInvalid}
      {...rest}
      ref={ref}
      aria-describedby={isInvalid ? id : rest['aria-describedby']}
      data-flinks-account-picker={view.state}
      onInvalid={onInvalid}
    >
      <legend ref={legendRef} data-flinks-picker-legend="">
        {legend ?? labels.choose[purpose]}
      </legend>
      <AccountsNotice view={view} />
      <p aria-live="polite" data-flinks-choice-change={change?.type ?? ''}>
        {change && changeText(change)}
      </p>
      {!usable[0] && unusable[0] && <p data-flinks-none-usable="">{labels.noneUsable}</p>}
      {/* Nothing can be chosen in it, so it holds the form back until there is an account. */}
      {!usable[0] && required && (
        <select
          required
          form={rest.form}
          tabIndex={-1}
          aria-label={labels.choiceMissing}
          data-flinks-spoken=""
        />
      )}
      {groupBy
        ? groupAccountsBy(
            groupBy,
            usable.map(({ account }) => account),
          ).map(renderGroup)
        : usable[0] && renderChoices(usable, true)}
      {isInvalid && (
        <p id={id} data-flinks-picker-error="">
          {labels.choiceMissing}
        </p>
      )}
      {unusable[0] && (
        <details open data-flinks-unusable="">
          <summary>{labels.unusable}</summary>
          {renderChoices(unusable, false)}
        </details>
      )}
    </fieldset>
  );

  function renderGroup(group: AccountListGroup, index: number): ReactElement {
    const nameId = `${id}${index}`;
    return (
      <div key={nameId} role="group" aria-labelledby={nameId} data-flinks-choice-group="">
        {renderGroupName(group, 'div', nameId, labels)}
        {renderChoices(
          usable.filter(({ account }) => group.accounts.includes(account)),
          true,
          !group.bank,
        )}
      </div>
    );
  }

  function renderChoices(list: readonly RankedChoice[], isUsable: boolean, showsBank = true): ReactElement {
    const Around = isUsable ? 'label' : 'div';
    return (
      <ul data-flinks-choices="">
        {list.map(({ account, assessment, value }) => {
          return (
            <li key={accountKey(account)} data-flinks-choice={assessment.status}>
              <Around data-flinks-choice-body="">
                {isUsable && (
                  <input
                    type={multiple ? 'checkbox' : 'radio'}
                    name={name ?? id}
                    value={value}
                    form={rest.form}
                    checked={chosen.includes(value)}
                    // One of several is enough, and a checkbox can only require itself.
                    required={required && !chosen[0]}
                    onChange={(event) => choose(value, event.currentTarget.checked)}
                    data-flinks-choice-input=""
                  />
                )}
                {showsBank && account.institution && (
                  <InstitutionLogo institution={account.institution} name={account.institutionName} />
                )}
                <div data-flinks-choice-text="">
                  {renderName(account, labels, showsBank && showBank)}
                  {renderBalance(account, labels, locale, moneyPolicy)}
                  <span data-flinks-choice-note="">
                    <span data-flinks-icon="" />
                    <span>
                      {assessment.status === 'eligible'
                        ? labels.accepted[purpose]
                        : describeAssessment(assessment, labels, { method }).explanation}
                    </span>
                  </span>
                </div>
              </Around>
            </li>
          );
        })}
      </ul>
    );
  }

  function changeText({ type, account }: typeof change & object): string {
    const [title, mask] = nameAccount(account, labels);
    const text = [isolate(title), mask, showBank && isolate(nameBank(account))].filter(Boolean).join(' ');
    return type === 'changed' ? labels.choiceChanged(text) : labels.choiceRuledOut(text);
  }
});

/** Props of `AccountPicker`; the rest goes to its `<fieldset>`. */
export type AccountPickerProps = Omit<
  ComponentPropsWithoutRef<'fieldset'>,
  'children' | 'defaultValue' | 'name' | 'onChange' | 'onInvalid'
> & {
  /** What `useAccounts` or `useAllAccounts` gives, or a list of accounts. */
  readonly accounts: AccountsInput;
  /** Below the names of their banks, or by Flinks' categories; the best account of all stays first. In one list by default. */
  readonly groupBy?: AccountGrouping | undefined;
  /** What the account is for, in the words of the question; `'pad-debit'` by default. */
  readonly purpose?: EftPurpose | 'other' | undefined;
  /**
   * Which accounts fit, best first; by default the server's assessment for a debit or a payment (`account.eft`). For income
   * `assessForIncome`, for a policy of your own `(account) => reassessEft(account, policy)`.
   */
  readonly assess?: ((account: ConnectedAccount) => EftAssessment) | undefined;
  /** The payment that the reasons of the accounts are about; EFT by default. With `'e-transfer'`, `assess` by `account.eTransfer`. */
  readonly method?: PaymentMethod | undefined;
  /**
   * An account's value, here and in `FormData`: by default its id, and over the result of `useAllAccounts` the
   * connection's, too (`connectionId/accountId`). It must differ for each account.
   */
  readonly formValue?: ((account: ConnectedAccount) => string) | undefined;
  /** The field's name in `FormData`. */
  readonly name?: string | undefined;
  /** The form cannot be sent without a choice, also while no account can be chosen yet. */
  readonly required?: boolean | undefined;
  /** The question; one for the purpose by default. */
  readonly legend?: ReactNode;
  /** Choose the best account at first, where one is eligible; on by default. */
  readonly preselect?: boolean | undefined;
  /** How banks write what is owed, where you know. */
  readonly moneyPolicy?: MoneyPolicy | undefined;
} & (OneChoiceProps | SeveralChoicesProps);

/** One account: the value is its form value. */
export interface OneChoiceProps {
  /** Choose one account; the value is a text. */
  readonly multiple?: false | undefined;
  /** The chosen account's value, as `onValueChange` and `FormData` have it; `null` for none. */
  readonly value?: string | null | undefined;
  /** The choice at first, where React does not hold it: what a form sent before. */
  readonly defaultValue?: string | null | undefined;
  /** Called after each change, with the account itself; `null` when details ruled the chosen account out. */
  readonly onValueChange?: ((value: string | null, account: ConnectedAccount | null) => void) | undefined;
}

/** Several accounts: the value is a list of their form values. */
export interface SeveralChoicesProps {
  /** Choose any number of accounts; the value is a list. */
  readonly multiple: true;
  /** The values of the chosen accounts, as `onValueChange` and `FormData` have them. */
  readonly value?: readonly string[] | undefined;
  /** The choice at first, where React does not hold it: what a form sent before. */
  readonly defaultValue?: readonly string[] | undefined;
  /** Called after each change, with the accounts themselves, the best first. */
  readonly onValueChange?:
    | ((values: readonly string[], accounts: readonly ConnectedAccount[]) => void)
    | undefined;
}

const accountId = ({ id }: ConnectedAccount): string => id;

const assessedByServer = ({ eft }: ConnectedAccount): EftAssessment => eft;
