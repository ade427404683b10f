'use client';

import { type ConnectedAccount, listen, type RankedAccount } from '@flinks-kit/core';
import { type Ref, useEffect, useRef, useState } from 'react';

/**
 * Which accounts are chosen, by their form values: the app's `value` where it gives one, else the user's choice, else the
 * default, else the best account. The best account is kept while it stays eligible, so that a better one does not replace it
 * unseen. A choice that changes without a press, because details arrived, is reported and announced.
 */
export function useAccountChoice(
  { value, defaultValue, preselect = true, multiple }: AccountChoiceOptions,
  choices: readonly RankedChoice[],
  onChange: (chosen: readonly string[]) => void,
): AccountChoice {
  const legend = useRef<HTMLLegendElement>(null);
  const [preselected, setPreselected] = useState<string | false>();
  const [since, setSince] = useState<SinceReset>({});

  const usable = choices.filter(({ assessment }) => assessment.status !== 'ineligible');
  const eligible = usable.filter(({ assessment }) => assessment.status === 'eligible');
  const kept = eligible.find((each) => each.value === preselected) ?? eligible[0];
  const best = preselect && kept?.value;
  // Nothing is decided while a list is empty: the accounts may still be loading.
  if (choices[0] && best !== preselected) setPreselected(best);

  const given = toList(value) ?? since.touched ?? toList(defaultValue);
  const wanted: readonly unknown[] = given ?? [preselected];
  const chosen = usable.map((each) => each.value).filter((each) => wanted.includes(each));

  const last = useRef({ choices, chosen, given });
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the lists are new at each render; `last` ends the chain
  useEffect(() => {
    // While accounts are read again nothing is known.
    if (!choices[0]) return;
    const before = last.current;
    last.current = { choices, chosen, given };
    const gone = before.chosen.find((each) => !chosen.includes(each));
    const next = given ? undefined : chosen[0];
    const named = [...choices, ...before.choices].find((each) => each.value === (next ?? gone));
    // What the user, the app or a reset replaced can still be used. After a reported "none", a preselection is a change.
    const replaced = (given ?? before.given) && usable.find((each) => each.value === gone);
    if (!named || (gone ? replaced : before.chosen.length || !since.change)) return;
    // oxlint-disable-next-line react/set-state-in-effect -- what was chosen before is known from the last finished render
    setSince({
      touched: given && chosen,
      change: { type: next ? 'changed' : 'ruled-out', account: named.account },
    });
    onChange(chosen);
  });

  useEffect(() => {
    const form = legend.current?.form;
    return form ? listen('reset', () => setSince({}), form) : undefined;
  }, [legend]);

  return {
    legend,
    usable,
    chosen,
    change: since.change,
    isInvalid: !chosen[0] && since.isInvalid,
    onInvalid: () => setSince({ ...since, isInvalid: true }),
    choose(each, checked) {
      const next = chosen.filter((other) => multiple && other !== each);
      if (checked) next.push(each);
      setSince({ touched: next });
      onChange(next);
    },
  };
}

const toList = (value: string | readonly string[] | null | undefined): readonly string[] | undefined =>
  value === undefined ? value : [value ?? []].flat();

/** Form values of accounts, and whether one or several may be chosen. */
export interface AccountChoiceOptions {
  readonly value?: string | readonly string[] | null | undefined;
  readonly defaultValue?: string | readonly string[] | null | undefined;
  readonly preselect?: boolean | undefined;
  readonly multiple?: boolean | undefined;
}

/** An account with its form value, the best first. */
export interface RankedChoice extends RankedAccount {
  readonly value: string;
}

interface AccountChoice {
  /** For the picker's legend, whose form may be reset. */
  readonly legend: Ref<HTMLLegendElement>;
  /** The accounts that may be chosen. */
  readonly usable: readonly RankedChoice[];
  readonly chosen: readonly string[];
  /** The form could not be sent, and there is still no choice. */
  readonly isInvalid: boolean | undefined;
  readonly onInvalid: () => void;
  /** The last change that the user did not make; `undefined` after one that the user made. */
  readonly change: UnpressedChange | undefined;
  readonly choose: (value: string, checked: boolean) => void;
}

/** What happened since the first render or the last reset of the form. */
interface SinceReset {
  /** The user's choice, without what was ruled out since. */
  readonly touched?: readonly string[] | undefined;
  readonly change?: UnpressedChange | undefined;
  readonly isInvalid?: boolean | undefined;
}

/** `changed`: another account was preselected · `ruled-out`: a chosen account cannot be used any more. */
interface UnpressedChange {
  readonly type: 'changed' | 'ruled-out';
  readonly account: ConnectedAccount;
}
