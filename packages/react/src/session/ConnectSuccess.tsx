'use client';

import type { Connection } from '@flinks-kit/core';
import { QueryClientContext } from '@tanstack/react-query';
import { type ReactElement, useContext, useEffect, useId, useRef } from 'react';
import { useConnection } from '../connections/useConnection.ts';
import { isolate } from '../format/isolate.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { dialogEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';

/**
 * The moment after a bank was connected: a tick, the bank, how many accounts and how many of them are connected twice, and
 * one button, which has the focus.
 */
export function ConnectSuccess({ connection, titleId, onDone }: ConnectSuccessProps): ReactElement {
  const labels = useLabels('session', dialogEn);
  const hasCache = useContext(QueryClientContext) !== undefined;
  const button = useRef<HTMLButtonElement>(null);
  const countId = useId();
  // `null` rather than Flinks' own name of the institution, which is a key such as `FlinksCapital`.
  const name = connection.institutionName ?? null;
  useEffect(() => button.current?.focus(), []);
  return (
    <div data-flinks-success="">
      <span data-flinks-success-mark="">
        <InstitutionLogo institution={connection.institution} name={name} />
        <svg data-flinks-tick="" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
          <circle cx="24" cy="24" r="24" />
          <path d="M14.5 24.5 21 31 33.5 17.5" pathLength="1" />
        </svg>
      </span>
      <h2 id={titleId}>{labels.connectedTo(name === null ? null : isolate(name))}</h2>
      {/* Read out with the button when it is known by then, and by itself when it arrives later. */}
      <p id={countId} role="status" data-flinks-success-accounts="">
        {hasCache ? <FollowedAccounts connection={connection} /> : <AccountCount connection={connection} />}
      </p>
      <button
        ref={button}
        type="button"
        aria-describedby={countId}
        data-flinks-button="primary"
        onClick={onDone}
      >
        {labels.done}
      </button>
    </div>
  );
}

interface ConnectSuccessProps {
  readonly connection: Connection;
  readonly titleId: string;
  readonly onDone: () => void;
}

// The bank's answer may still be on its way, so the number of accounts arrives later.
function FollowedAccounts({ connection }: { readonly connection: Connection }): ReactElement {
  const { data } = useConnection(connection.accounts === null ? connection.id : undefined);
  return <AccountCount connection={data ?? connection} />;
}

// A back end of the app's own may give no more than an id.
function AccountCount({ connection }: { readonly connection: Partial<Connection> }): ReactElement {
  const { accounts = null, duplicates = [] } = connection;
  const labels = useLabels('session', dialogEn);
  const twice = new Set(duplicates.flatMap(({ accountIds }) => accountIds)).size;
  // A certainty that this version does not know is none.
  const certainty = duplicates.some((each) => each.certainty === 'same') ? 'same' : 'likely';
  return (
    <>
      {accounts !== null && accounts.length > 0 && <span>{labels.connectedAccounts(accounts.length)}</span>}
      {twice > 0 && <span data-flinks-duplicates="">{labels.connectedTwice[certainty](twice)}</span>}
    </>
  );
}
