'use client';

import type { ConnectedAccount, RankedAccount } from '@flinks-kit/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLatest } from '../interaction/useLatest.ts';

/**
 * Which accounts are chosen: the app's `value` where it gives one, else the user's choice, else the default, else the
 * best account. The best account is kept while it stays eligible, so that a better one does not replace it unseen. A
 * choice that changes without a press, because details arrived, is reported and announced.
 */
export function useAccountChoice(options: AccountChoiceOptions): AccountChoice {
  const { legend, ranked, usable, value, defaultValue, preselect, multiple } = options;
  const report = useLatest(options.onChange);
  const [touched, setTouched] = useState<readonly string[] | null>(null);
  const [preselected, setPreselected] = useState<string | null>(null);
  const [change, setChange] = useState<UnpressedChange | null>(null);
  // Every account that could be chosen at some time, to name one that is gone.
  const [offered] = useState(() => new Map<string, ConnectedAccount>());
  // While rendering: the same accounts give the same map, however often.
  for (const { account } of ranked) offered.set(account.id, account);

  const usableIds = usable.map(({ account }) => account.id);

  const eligible = usable.filter(({ assessment }) => assessment.status === 'eligible');
  const kept = eligible.find(({ account }) => account.id === preselected) ?? eligible[0];
  const best = (preselect && kept?.account.id) || null;
  // Nothing is decided while a list is empty: the accounts may still be loading.
  if (ranked.length > 0 && best !== preselected) setPreselected(best);

  const given = value ?? touched ?? defaultValue;
  const wanted = given ?? (preselected === null ? [] : [preselected]);
  const chosen = ranked.length === 0 ? wanted : wanted.filter((id) => usableIds.includes(id));
  const ruledOut = (given ?? []).filter(
    (id) => ranked.length > 0 && !usableIds.includes(id) && offered.has(id),
  );

  const reported = useRef('');
  const ruledOutIds = ruledOut.join(' ');
  useEffect(() => {
    if (reported.current === ruledOutIds) return;
    reported.current = ruledOutIds;
    const account = offered.get(ruledOut[0] ?? '');
    if (!account) return;
    setTouched(chosen);
    setChange({ type: 'ruled-out', account });
    report.current(chosen);
    // oxlint-disable-next-line react/exhaustive-deps -- `ruledOutIds` stands for the lists, which are new at each render
  }, [ruledOutIds]);

  const formerlyPreselected = useRef<string | null>(null);
  const isPreselection = given === undefined;
  useEffect(() => {
    const former = formerlyPreselected.current;
    formerlyPreselected.current = preselected;
    if (!isPreselection || former === null || former === preselected) return;
    const account = offered.get(preselected ?? former);
    if (account) setChange({ type: preselected === null ? 'ruled-out' : 'changed', account });
    report.current(preselected === null ? [] : [preselected]);
  }, [preselected, isPreselection, offered, report]);

  useEffect(() => {
    const form = legend.current?.form;
    const forget = () => {
      setTouched(null);
      setChange(null);
    };
    form?.addEventListener('reset', forget);
    return () => form?.removeEventListener('reset', forget);
  }, [legend]);

  return {
    chosen,
    unpressedChange: change,
    choose(id, checked) {
      const others = multiple ? chosen.filter((other) => other !== id) : [];
      const next = checked ? [...others, id] : others;
      setTouched(next);
      setChange(null);
      report.current(next);
    },
  };
}

/** Ids of accounts, whether one or several may be chosen. */
export interface AccountChoiceOptions {
  readonly legend: RefObject<HTMLLegendElement | null>;
  readonly ranked: readonly RankedAccount[];
  /** Those that may be chosen. */
  readonly usable: readonly RankedAccount[];
  readonly value: readonly string[] | undefined;
  readonly defaultValue: readonly string[] | undefined;
  readonly preselect: boolean;
  readonly multiple: boolean;
  /** Called with what is chosen after each change, except the first preselection. */
  readonly onChange: (chosen: readonly string[]) => void;
}

interface AccountChoice {
  readonly chosen: readonly string[];
  /** The last change that the user did not make; `null` after one that the user made. */
  readonly unpressedChange: UnpressedChange | null;
  readonly choose: (id: string, checked: boolean) => void;
}

/** `changed`: another account was preselected · `ruled-out`: a chosen account cannot be used any more. */
interface UnpressedChange {
  readonly type: 'changed' | 'ruled-out';
  readonly account: ConnectedAccount;
}
