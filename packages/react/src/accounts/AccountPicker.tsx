'use client';

import {
  type ConnectedAccount,
  type EftPolicy,
  type EftPurpose,
  type MoneyPolicy,
  rankAccounts,
} from '@flinks-kit/core';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { accountsEn } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { AccountChoice } from './AccountChoice.tsx';
import { AccountsNotice } from './AccountsNotice.tsx';
import { type AccountsInput, getAccountsView } from './getAccountsView.ts';
import { useAccountChoice } from './useAccountChoice.ts';

/**
 * Lets a person choose the account for a purpose: the best one is preselected, the fit ones come first, and the rest
 * say why not. A real form field made of native inputs: it has a name, takes part in `FormData`, validation and
 * reset, and works controlled (`value`) and uncontrolled. Its value is the account's `id`. Renders a `<fieldset>`.
 *
 * A preselection is not a change, so it is in the form but not reported: `rankAccounts` tells it too.
 *
 * Attributes: `data-flinks-account-picker` (the face: see `AccountsViewState`), `data-flinks-choice` (the status) on each
 * account, `data-flinks-picker-error` on the message.
 *
 * @example
 * <AccountPicker accounts={useAccounts(connectionId)} purpose="pad-debit" name="account" required />
 */
export const AccountPicker = forwardRef<HTMLFieldSetElement, AccountPickerProps>(
  function AccountPicker(props, ref) {
    const { accounts, purpose = 'pad-debit', name, required = false, legend, moneyPolicy, ...others } = props;
    const { multiple = false, value, defaultValue, preselect = true, onValueChange: _, ...rest } = others;
    const labels = useLabels('accounts', accountsEn);
    const legendRef = useRef<HTMLLegendElement>(null);
    const [complaint, setComplaint] = useState(false);
    const ownName = useId();
    const errorId = useId();

    const view = getAccountsView(accounts);
    const ranked = useMemo(() => rankAccounts(view.accounts, purpose), [view.accounts, purpose]);
    const usable = ranked.filter(({ assessment }) => assessment.status !== 'ineligible');
    const unusable = ranked.filter(({ assessment }) => assessment.status === 'ineligible');
    const best = preselect && usable[0]?.assessment.status === 'eligible' ? [usable[0].account.id] : [];
    const { chosen, change } = useAccountChoice(legendRef, {
      value: toList(value),
      defaultValue: toList(defaultValue),
      best,
      multiple,
    });

    function onChange(account: ConnectedAccount, checked: boolean): void {
      setComplaint(false);
      const next = change(account.id, checked);
      if (props.multiple) props.onValueChange?.(next);
      else props.onValueChange?.(account.id);
    }

    return (
      <fieldset
        role={multiple ? 'group' : 'radiogroup'}
        aria-required={multiple ? undefined : required}
        aria-invalid={multiple ? undefined : complaint}
        {...rest}
        ref={ref}
        aria-describedby={complaint ? errorId : rest['aria-describedby']}
        data-flinks-account-picker={view.face}
        onInvalid={() => setComplaint(true)}
      >
        <legend ref={legendRef} data-flinks-picker-legend="">
          {legend ?? labels.choose[typeof purpose === 'string' ? purpose : 'other']}
        </legend>
        <AccountsNotice view={view} showAsOf={false} />
        {usable.length === 0 && unusable.length > 0 && <p data-flinks-none-usable="">{labels.noneUsable}</p>}
        {usable.length > 0 && (
          <ul data-flinks-choices="">
            {usable.map((each) => (
              <AccountChoice
                key={each.account.id}
                ranked={each}
                moneyPolicy={moneyPolicy}
                input={{
                  type: multiple ? 'checkbox' : 'radio',
                  name: name ?? ownName,
                  value: each.account.id,
                  checked: chosen.includes(each.account.id),
                  // One of several is enough, and a checkbox can only ask for itself.
                  required: required && (!multiple || chosen.length === 0),
                  onChange: (event) => onChange(each.account, event.currentTarget.checked),
                }}
              />
            ))}
          </ul>
        )}
        {complaint && (
          <p id={errorId} data-flinks-picker-error="">
            {labels.choiceMissing}
          </p>
        )}
        {unusable.length > 0 && (
          <details open data-flinks-unusable="">
            <summary>{labels.unusable}</summary>
            <ul data-flinks-choices="">
              {unusable.map((each) => (
                <AccountChoice key={each.account.id} ranked={each} moneyPolicy={moneyPolicy} />
              ))}
            </ul>
          </details>
        )}
      </fieldset>
    );
  },
);

/** Props of `AccountPicker`; the rest goes to its `<fieldset>`. */
export type AccountPickerProps = Omit<
  ComponentPropsWithoutRef<'fieldset'>,
  'children' | 'defaultValue' | 'name' | 'onChange' | 'onInvalid'
> & {
  /** What `useAccounts` gives, or a list of accounts. */
  readonly accounts: AccountsInput;
  /** What the account is for, or a policy of your own (keep it stable); `'pad-debit'` by default. */
  readonly purpose?: EftPurpose | EftPolicy | undefined;
  /** The field's name in `FormData`. */
  readonly name?: string | undefined;
  readonly required?: boolean | undefined;
  /** What is asked; the purpose says it by default. */
  readonly legend?: ReactNode;
  /** Choose the best account at first, where one is eligible; on by default. */
  readonly preselect?: boolean | undefined;
  readonly moneyPolicy?: MoneyPolicy | undefined;
} & (ChooseOne | ChooseSeveral);

interface ChooseOne {
  readonly multiple?: false | undefined;
  /** The chosen account's id; `null` for none. */
  readonly value?: string | null | undefined;
  readonly defaultValue?: string | null | undefined;
  readonly onValueChange?: ((accountId: string) => void) | undefined;
}

interface ChooseSeveral {
  readonly multiple: true;
  readonly value?: readonly string[] | undefined;
  readonly defaultValue?: readonly string[] | undefined;
  readonly onValueChange?: ((accountIds: readonly string[]) => void) | undefined;
}

function toList(value: string | readonly string[] | null | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}
