'use client';

import { type Institution, type OpenSessionRequest, searchInstitutions } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useState } from 'react';
import { institutionsEn } from '../labels/institutions.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { pressRetry } from '../query/pressRetry.ts';
import { InstitutionLogo } from './InstitutionLogo.tsx';
import { checkResult, explainInstitutions } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The choice of a bank before the widget: a search field above a list of buttons. A press opens the widget at that bank's
 * sign-in, and "not listed" at the widget's own list. Where the banks could not be read, it states why and can try again.
 * Renders a `<div>`.
 *
 * Attributes: `data-flinks-institution-picker` (`idle` while no user is signed in, `loading`, `paused` while
 * offline, `error`, `ready`), and `data-flinks-search`, `data-flinks-institutions`,
 * `data-flinks-institution` (Flinks' number), `data-flinks-not-listed` inside.
 *
 * @example
 * <InstitutionPicker institutions={useInstitutions()} connect={connect} />
 */
export const InstitutionPicker = forwardRef<HTMLDivElement, InstitutionPickerProps>(
  function InstitutionPicker(props, ref) {
    // The search of one user is not kept for the next.
    return <PickerOfUser key={useFlinks().client.userId} {...props} ref={ref} />;
  },
);

const PickerOfUser = forwardRef<HTMLDivElement, InstitutionPickerProps>(function PickerOfUser(props, ref) {
  const { institutions, connect, ...rest } = props;
  if (process.env.NODE_ENV !== 'production') {
    checkResult('institutions', institutions, 'data', 'useInstitutions');
    // oxlint-disable-next-line react/rules-of-hooks -- the condition is a constant of the bundle
    const { onWarning } = useFlinks();
    // oxlint-disable-next-line react/rules-of-hooks
    useEffect(() => explainInstitutions(institutions.error, onWarning), [institutions.error, onWarning]);
  }
  const labels = useLabels('institutions', institutionsEn);
  const [text, setText] = useState('');
  const { data, error, fetchStatus = 'loading' } = institutions;
  const found = searchInstitutions(data ?? [], text);
  const missing = error ? 'error' : fetchStatus === 'fetching' ? 'loading' : fetchStatus;
  const state = data ? 'ready' : missing;
  const sentences: Readonly<Partial<Record<typeof state, string>>> = labels;
  const status = data && text.trim() ? labels.found(found.length) : sentences[state];
  // A server that does not list its banks answers no other attempt.
  const { retry = error || state === 'paused' }: { readonly retry?: Error | boolean | null } = Object(error);
  return (
    <div role="group" aria-label={labels.list} {...rest} ref={ref} data-flinks-institution-picker={state}>
      <div tabIndex={-1} data-flinks-search="">
        {data && (
          <input
            type="search"
            aria-label={labels.search}
            placeholder={labels.search}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {/* Always there: a live region that arrives together with its text is not read out everywhere. */}
        <span role="status">{status && <span>{status}</span>}</span>
        {retry && !data && (
          <button type="button" data-flinks-button="" onClick={pressRetry(institutions.refetch)}>
            {labels.retry}
          </button>
        )}
      </div>
      {found[0] && (
        <ul data-flinks-institutions="">
          {found.slice(0, mostShown).map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                data-flinks-institution={id}
                onClick={() => connect.open({ institution: id })}
              >
                <InstitutionLogo name={name} />
                <bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found[mostShown] && <p data-flinks-picker-note="">{labels.more}</p>}
      <button type="button" data-flinks-button="" data-flinks-not-listed="" onClick={() => connect.open({})}>
        {labels.notListed}
      </button>
    </div>
  );
});

/** Props of `InstitutionPicker`; the rest goes to its `<div>`. */
export interface InstitutionPickerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Result of `useInstitutions`. */
  readonly institutions: {
    readonly data: readonly Institution[] | undefined;
    readonly error: Error | null;
    /** TanStack's: `'paused'` while the browser is offline, `'idle'` without data while no user is signed in. */
    readonly fetchStatus?: 'fetching' | 'paused' | 'idle' | undefined;
    readonly refetch: () => unknown;
  };
  /** Result of `useFlinksConnect`. */
  readonly connect: { open(request: OpenSessionRequest): void };
}

// Thousands of buttons would make each key slow, and a list of so many helps no user.
const mostShown = 40;
