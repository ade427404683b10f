'use client';

import type { Connection } from '@flinks-kit/core';
import { QueryClientContext } from '@tanstack/react-query';
import { type ReactElement, useContext, useEffect, useId, useRef } from 'react';
import { nameConnection } from '../connections/nameConnection.ts';
import { useConnection } from '../connections/useConnection.ts';
import { isolate } from '../format/isolate.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { dialogEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';

/**
 * The moment after a bank was connected: a tick, the bank, how many accounts and how many of them are connected twice, and
 * one button, which has the focus.
 */
export function ConnectSuccess(props: ConnectSuccessProps): ReactElement {
  const hasCache = useContext(QueryClientContext) !== undefined;
  return hasCache ? <FollowedSuccess {...props} /> : <Success {...props} />;
}

// The bank's answer may still be on its way, so its name and the number of accounts arrive later.
function FollowedSuccess({ connection, ...rest }: ConnectSuccessProps): ReactElement {
  const { data } = useConnection(connection.accounts === null ? connection.id : undefined);
  return <Success {...rest} connection={data ?? connection} />;
}

function Success({ connection, titleId, onDone }: ConnectSuccessProps): ReactElement {
  const labels = useLabels('session', dialogEn);
  const button = useRef<HTMLButtonElement>(null);
  const countId = useId();
  const name = nameConnection(connection);
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
        <AccountCount connection={connection} />
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
