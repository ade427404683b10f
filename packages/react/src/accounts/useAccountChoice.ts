'use client';

import { type RefObject, useEffect, useState } from 'react';

/**
 * Which accounts are chosen: the app's `value` where it gives one, else what the person chose, else the default, else
 * what is best. What is best is derived, not stored, so accounts that arrive late are preselected too.
 */
export function useAccountChoice(
  legend: RefObject<HTMLLegendElement | null>,
  { value, defaultValue, best, multiple }: AccountChoiceOptions,
): AccountChoice {
  const [touched, setTouched] = useState<readonly string[] | null>(null);
  const chosen = value ?? touched ?? defaultValue ?? best;

  useEffect(() => {
    const form = legend.current?.form;
    const forget = () => setTouched(null);
    form?.addEventListener('reset', forget);
    return () => form?.removeEventListener('reset', forget);
  }, [legend]);

  function change(id: string, checked: boolean): readonly string[] {
    const others = multiple ? chosen.filter((other) => other !== id) : [];
    const next = checked ? [...others, id] : others;
    setTouched(next);
    return next;
  }
  return { chosen, change };
}

/** Ids of accounts, whether one or several may be chosen. */
export interface AccountChoiceOptions {
  readonly value: readonly string[] | undefined;
  readonly defaultValue: readonly string[] | undefined;
  readonly best: readonly string[];
  readonly multiple: boolean;
}

interface AccountChoice {
  readonly chosen: readonly string[];
  /** Takes a change over and gives back what is chosen then. */
  readonly change: (id: string, checked: boolean) => readonly string[];
}
