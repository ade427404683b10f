'use client';

import type { Connection } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { formatDateTime } from '../format/formatDateTime.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';

/** The exact facts of a connection: when it was made and last updated, and its accounts. */
export function ConnectionDetails({ connection }: ConnectionDetailsProps): ReactElement {
  const { locale, timeZone } = useFlinks();
  const { details } = useLabels('connections', connectionsEn);
  const { createdAt, lastRefreshAt, accounts } = connection;
  return (
    <dl data-flinks-connection-details="">
      {lastRefreshAt !== null && (
        <div>
          <dt>{details.updated}</dt>
          <dd>
            <time dateTime={lastRefreshAt}>{formatDateTime(lastRefreshAt, locale, timeZone)}</time>
          </dd>
        </div>
      )}
      <div>
        <dt>{details.connected}</dt>
        <dd>
          <time dateTime={createdAt}>{formatDateTime(createdAt, locale, timeZone)}</time>
        </dd>
      </div>
      {accounts !== null && accounts.length > 0 && (
        <div>
          <dt>{details.accounts}</dt>
          {accounts.map(({ id, title, mask }) => (
            <dd key={id}>
              {title !== null && <bdi>{title}</bdi>}
              {mask !== null && <span>{` ${mask}`}</span>}
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

interface ConnectionDetailsProps {
  readonly connection: Connection;
}
