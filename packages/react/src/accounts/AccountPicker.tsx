'use client';

import {
  type ConnectedAccount,
  type EftAssessment,
  type EftPurpose,
  type MoneyPolicy,
  type PaymentMethod,
  type RankedAccount,
  rankAccountsBy,
} from '@flinks-kit/core';
import {
  type ChangeEvent,
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactElement,
  type ReactNode,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isolate } from '../format/isolate.ts';
import { accountsEn } from '../labels/accounts.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { renderChoice } from './AccountChoice.tsx';
import { accountKey, hasSeveralBanks, nameAccount, nameBank } from './AccountName.tsx';
import { AccountsNotice } from './AccountsNotice.tsx';
import { type AccountsInput, getAccountsView } from './getAccountsView.ts';
import { useAccountChoice } from './useAccountChoice.ts';

/**
 * A form field for the account of a purpose: the best account is preselected, the usable ones come first, and the
 * others show why they cannot be used. Accounts of several banks name their bank. Made of native inputs: it has a name,
 * takes part in `FormData`, validation and reset, and works controlled (`value`) and uncontrolled. Its value is the
 * account's `id`. Renders a `<fieldset>`.
 *
 * The first preselection is in the form but not reported: `rankAccounts` gives the same. A choice that changes later
 * without a press, because details ruled an account out, is reported by `onValueChange`, shown and announced.
 *
 * Attributes: `data-flinks-account-picker` (see `AccountsViewState`), `data-flinks-choice` (the status) on each account,
 * `data-flinks-choice-change` on the announcement, `data-flinks-picker-error` on the validation message.
 *
 * @example
 * <AccountPicker accounts={useAccounts(connectionId)} purpose="pad-debit" name="account" required />
 */
export const AccountPicker = forwardRef<HTMLFieldSetElement, AccountPickerProps>(
  function AccountPicker(props, ref) {
    const {
      accounts,
      purpose = 'pad-debit',
      assess = assessedByServer,
      method,
      formValue,
      name,
      required = false,
      legend,
      moneyPolicy,
      multiple = false,
      value,
      defaultValue,
      preselect = true,
      // Its parameters depend on `multiple`, so it is called by `props`.
      onValueChange: _,
      ...rest
    } = props;
    const labels = useLabels('accounts', accountsEn);
    const { locale } = useFlinks();
    const legendRef = useRef<HTMLLegendElement>(null);
    const [isInvalid, setInvalid] = useState(false);
    const ownName = useId();
    const errorId = useId();

    const view = getAccountsView(accounts);
    const ranked = useMemo(() => rankAccountsBy(view.accounts, assess), [view.accounts, assess]);
    const showBank = hasSeveralBanks(view.accounts);
    const usable = ranked.filter(({ assessment }) => assessment.status !== 'ineligible');
    const unusable = ranked.filter(({ assessment }) => assessment.status === 'ineligible');
    const { chosen, unpressedChange, choose } = useAccountChoice({
      legend: legendRef,
      ranked,
      usable,
      value: toList(value),
      defaultValue: toList(defaultValue),
      preselect,
      multiple,
      onChange(ids) {
        setInvalid(false);
        if (props.multiple) props.onValueChange?.(ids);
        else
          props.onValueChange?.(
            ids[0] ?? null,
            ranked.find(({ account }) => account.id === ids[0])?.account ?? null,
          );
      },
    });

    return (
      <fieldset
        role={multiple ? 'group' : 'radiogroup'}
        aria-required={multiple ? undefined : required}
        aria-invalid={multiple ? undefined : isInvalid}
        {...rest}
        ref={ref}
        aria-describedby={isInvalid ? errorId : rest['aria-describedby']}
        data-flinks-account-picker={view.state}
        onInvalid={() => setInvalid(true)}
      >
        <legend ref={legendRef} data-flinks-picker-legend="">
          {legend ?? labels.choose[purpose]}
        </legend>
        <AccountsNotice view={view} />
        <p aria-live="polite" data-flinks-choice-change={unpressedChange?.type ?? ''}>
          {unpressedChange !== null && changeText(unpressedChange)}
        </p>
        {usable.length === 0 && unusable.length > 0 && <p data-flinks-none-usable="">{labels.noneUsable}</p>}
        {usable.length > 0 && renderChoices(usable, true)}
        {isInvalid && (
          <p id={errorId} data-flinks-picker-error="">
            {labels.choiceMissing}
          </p>
        )}
        {unusable.length > 0 && (
          <details open data-flinks-unusable="">
            <summary>{labels.unusable}</summary>
            {renderChoices(unusable, false)}
          </details>
        )}
      </fieldset>
    );

    function renderChoices(choices: readonly RankedAccount[], isUsable: boolean): ReactElement {
      return (
        <ul data-flinks-choices="">
          {choices.map((each) => {
            const { account } = each;
            const input = isUsable
              ? {
                  type: multiple ? 'checkbox' : 'radio',
                  name: name ?? ownName,
                  value: formValue?.(account) ?? (view.connections ? accountKey(account) : account.id),
                  checked: chosen.includes(account.id),
                  // One of several is enough, and a checkbox can only require itself.
                  required: required && (!multiple || chosen.length === 0),
                  onChange: (event: ChangeEvent<HTMLInputElement>) =>
                    choose(account.id, event.currentTarget.checked),
                }
              : undefined;
            return renderChoice(each, {
              accepted: labels.accepted[purpose],
              method,
              labels,
              locale,
              moneyPolicy,
              showBank,
              input,
            });
          })}
        </ul>
      );
    }

    function changeText({ type, account }: typeof unpressedChange & object): string {
      const { title, mask } = nameAccount(account, labels);
      const bank = nameBank(account);
      const text = [isolate(title), mask, showBank && bank && isolate(bank)].filter(Boolean).join(' ');
      return type === 'changed' ? labels.choiceChanged(text) : labels.choiceRuledOut(text);
    }
  },
);

/** Props of `AccountPicker`; the rest goes to its `<fieldset>`. */
export type AccountPickerProps = Omit<
  ComponentPropsWithoutRef<'fieldset'>,
  'children' | 'defaultValue' | 'name' | 'onChange' | 'onInvalid'
> & {
  /** What `useAccounts` or `useAllAccounts` gives, or a list of accounts. */
  readonly accounts: AccountsInput;
  /** What the account is for, in the words of the question; `'pad-debit'` by default. */
  readonly purpose?: EftPurpose | 'other' | undefined;
  /**
   * Which accounts fit, best first; by default the server's assessment for a debit or a payment (`account.eft`). For income
   * `assessForIncome`, for a policy of your own `(account) => reassessEft(account, policy)`; keep the function stable.
   */
  readonly assess?: ((account: ConnectedAccount) => EftAssessment) | undefined;
  /** The payment that the reasons of the accounts are about; EFT by default. With `'e-transfer'`, `assess` by `account.eTransfer`. */
  readonly method?: PaymentMethod | undefined;
  /**
   * The value in `FormData`: by default the account's id, and over the result of `useAllAccounts` the connection's, too
   * (`connectionId/accountId`).
   */
  readonly formValue?: ((account: ConnectedAccount) => string) | undefined;
  /** The field's name in `FormData`. */
  readonly name?: string | undefined;
  /** The form cannot be sent without a choice. */
  readonly required?: boolean | undefined;
  /** The question; one for the purpose by default. */
  readonly legend?: ReactNode;
  /** Choose the best account at first, where one is eligible; on by default. */
  readonly preselect?: boolean | undefined;
  /** How banks write what is owed, where you know. */
  readonly moneyPolicy?: MoneyPolicy | undefined;
} & (OneChoiceProps | SeveralChoicesProps);

/** One account: the value is its id. */
export interface OneChoiceProps {
  /** Choose one account; the value is its id. */
  readonly multiple?: false | undefined;
  /** The chosen account's id, and not its form value (`connectionId/accountId`); `null` for none. */
  readonly value?: string | null | undefined;
  /** The choice at first, where React does not hold it. */
  readonly defaultValue?: string | null | undefined;
  /** Called after each change, with the account itself; `null` when details ruled the chosen account out. */
  readonly onValueChange?: ((accountId: string | null, account: ConnectedAccount | null) => void) | undefined;
}

/** Several accounts: the value is a list of ids. */
export interface SeveralChoicesProps {
  /** Choose any number of accounts; the value is a list of ids, and not of form values. */
  readonly multiple: true;
  readonly value?: readonly string[] | undefined;
  /** The choice at first, where React does not hold it. */
  readonly defaultValue?: readonly string[] | undefined;
  readonly onValueChange?: ((accountIds: readonly string[]) => void) | undefined;
}

const assessedByServer = ({ eft }: ConnectedAccount): EftAssessment => eft;

const toList = (value: string | readonly string[] | null | undefined): readonly string[] | undefined =>
  value === undefined ? value : [value ?? []].flat();
