'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { formatDateTime } from '../format/formatDateTime.ts';
import { isolate } from '../format/isolate.ts';
import { Announcement } from '../interaction/Announcement.tsx';
import { useFlinks } from '../provider/useFlinks.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { ConnectionAction } from './ConnectionAction.tsx';
import { NightlyRefreshSwitch } from './NightlyRefreshSwitch.tsx';
import { getConnectionView } from './getConnectionView.ts';
import { RemedyMessage } from './RemedyMessage.tsx';
import { DeleteConnection } from './DeleteConnection.tsx';
import { useNow } from './useNow.ts';

/**
 * One connected bank: its health in words, when it was last read, the one button that helps now, nightly refresh with
 * the conditions that stop it, and deletion. Renders an `<article>`.
 *
 * Attributes: `data-flinks-connection` (the health), and `data-flinks-connection-name`, `data-flinks-health`,
 * `data-flinks-connection-facts`, `data-flinks-connection-action` (which button), `data-flinks-nightly`,
 * `data-flinks-delete`, `data-flinks-paused` (a change that waits for the network) inside.
 *
 * @example
 * <ConnectionCard connection={connection} connect={connect} />
 */
export const ConnectionCard = forwardRef<HTMLElement, ConnectionCardProps>(
  function ConnectionCard(props, ref) {
    const { connection, connect, headingLevel = 3, now: fixedNow, institutionName, ...rest } = props;
    const { locale, timeZone } = useFlinks();
    const labels = useLabels('connections', connectionsEn);
    const nameId = useId();
    const name = institutionName?.(connection) ?? nameOf(connection) ?? labels.unnamed;
    const Heading = `h${headingLevel}` as const;
    const { health, lastRefreshAt, accounts } = connection;
    const now = useNow(fixedNow, connection.refreshableAt);
    const view = getConnectionView(connection, now);
    const isDeleting = health.status === 'deleting';
    const daysOld = health.status === 'ok' ? (view.daysOld ?? 0) : 0;
    const healthText = daysOld > 0 ? labels.dataIsOld(daysOld) : labels.health[health.status];
    return (
      <article {...rest} ref={ref} aria-labelledby={nameId} data-flinks-connection={health.status}>
        <header data-flinks-connection-header="">
          <Heading id={nameId} data-flinks-connection-name="">
            <bdi>{name}</bdi>
          </Heading>
          <span data-flinks-health={daysOld > 0 ? 'aged' : health.status}>{healthText}</span>
          <Announcement text={`${isolate(name)}: ${healthText}`} />
        </header>
        <p data-flinks-connection-facts="">
          {lastRefreshAt === null ? (
            <span>{labels.neverRead}</span>
          ) : (
            <time dateTime={lastRefreshAt}>
              {labels.lastRead(formatDateTime(lastRefreshAt, locale, timeZone))}
            </time>
          )}
          {accounts !== null && <span>{` ${labels.accounts(accounts.length)}`}</span>}
        </p>
        {connection.verification === 'unverified' && health.status !== 'needs-user' && (
          <p data-flinks-connection-facts="">{labels.unverified}</p>
        )}
        {health.flinksCode !== null && !isDeleting && (
          <RemedyMessage flinksCode={health.flinksCode} source="authorize" />
        )}
        {!isDeleting && (
          <>
            <ConnectionAction connection={connection} view={view} connect={connect} />
            <NightlyRefreshSwitch connection={connection} now={now} />
          </>
        )}
        <DeleteConnection connection={connection} name={name} />
      </article>
    );
  },
);

/** Props of `ConnectionCard`; the rest goes to its `<article>`. */
export interface ConnectionCardProps extends Omit<ComponentPropsWithoutRef<'article'>, 'children'> {
  readonly connection: Connection;
  /** What `useFlinksConnect` gives; without it there is no button to reconnect. */
  readonly connect?: { open(request: OpenSessionRequest): void } | undefined;
  /** A name of your own for the bank; by default the server's (`institutionName`), else Flinks' (`institution`). */
  readonly institutionName?: ((connection: Connection) => string) | undefined;
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** Milliseconds since the epoch, for servers and tests; the browser's clock by default. */
  readonly now?: number | undefined;
}

function nameOf({ institutionName, institution }: Connection): string | null {
  return institutionName ?? institution;
}
