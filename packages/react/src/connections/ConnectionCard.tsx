'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, useId, useRef, useState } from 'react';
import { formatDateTime } from '../format/formatDateTime.ts';
import { formatRelativeTime } from '../format/formatRelativeTime.ts';
import { formatWait } from '../format/formatWait.ts';
import { isolate } from '../format/isolate.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { Announcement } from '../interaction/Announcement.tsx';
import { Menu, type MenuItem } from '../interaction/Menu.tsx';
import { useConfirmation } from '../interaction/useConfirmation.ts';
import { useFocusReturn } from '../interaction/useFocusReturn.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { flinksKeys } from '../query/keys.ts';
import { ConnectionDetails } from './ConnectionDetails.tsx';
import { ConnectionTrouble } from './ConnectionTrouble.tsx';
import { DeleteQuestion } from './DeleteQuestion.tsx';
import { DuplicateNotice } from './DuplicateNotice.tsx';
import { getConnectionView } from './getConnectionView.ts';
import { listDuplicates } from './listDuplicates.ts';
import { listMasks, nameConnection, type NameInstitution } from './nameConnection.ts';
import { NightlyRefreshSwitch } from './NightlyRefreshSwitch.tsx';
import { PausedChange } from './PausedChange.tsx';
import { useDeleteConnection } from './useDeleteConnection.ts';
import { useNow } from './useNow.ts';
import { usePendingChange } from './usePendingChange.ts';
import { useRefreshConnection } from './useRefreshConnection.ts';

/**
 * One connected bank in one row: logo, name, the ends of its account numbers, when it was updated, its health, and a menu
 * with refresh, details, the choice of accounts and deletion. It opens by itself only when something is wrong, with the
 * one button that resolves it, when an account that the user chose is missing, with the choice of accounts, and when an
 * account is connected twice, with the question whether to keep both. Renders an `<article>`.
 *
 * Attributes: `data-flinks-connection` (the health), and `data-flinks-connection-header`, `data-flinks-connection-name`,
 * `data-flinks-connection-facts`, `data-flinks-health`, `data-flinks-menu`, `data-flinks-connection-trouble`,
 * `data-flinks-connection-action` (which button), `data-flinks-connection-details`, `data-flinks-nightly`,
 * `data-flinks-delete`, `data-flinks-paused` (a change that waits for the network) inside.
 *
 * @example
 * <ConnectionCard connection={connection} connect={connect} />
 */
export const ConnectionCard = forwardRef<HTMLElement, ConnectionCardProps>(
  function ConnectionCard(props, ref) {
    const {
      connection,
      connect,
      connections,
      onKeepDuplicates,
      headingLevel = 3,
      now: fixedNow,
      institutionName,
      nightlyRefresh = false,
      ...rest
    } = props;
    const { client, locale, timeZone } = useFlinks();
    const labels = useLabels('connections', connectionsEn);
    const nameId = useId();
    const refresh = useRefreshConnection();
    const deletion = useDeleteConnection();
    const pendingRefresh = usePendingChange(flinksKeys.refreshes(client), connection.id);
    const pendingDeletion = usePendingChange(flinksKeys.deletions(client), connection.id);
    const menuButton = useRef<HTMLButtonElement>(null);
    const { isAsking, ask, dismiss, harmless } = useConfirmation(menuButton);
    const focus = useFocusReturn(menuButton, rest);
    const [isDetailed, setDetailed] = useState(false);
    const [kept, setKept] = useState('');
    const [refreshedFrom, setRefreshedFrom] = useState<string>('');
    const now = useNow(fixedNow, [connection.refreshableAt, connection.lastRefreshAt]);

    const { health, lastRefreshAt, accounts } = connection;
    const { status } = health;
    const view = getConnectionView(connection, now);
    const nameOf = (one: Connection): string => nameConnection(one, institutionName) ?? labels.unnamed;
    const name = nameOf(connection);
    const duplicates = listDuplicates(connection, connections);
    // Another duplicate is another question.
    const duplicateIds = duplicates.map(({ connectionId }) => connectionId).join();
    const { masks, more } = listMasks(connection);
    const Heading = `h${headingLevel}` as const;
    const daysOld = status === 'ok' ? (view.daysOld ?? 0) : 0;
    // A newer server may send a status that this version has no words for.
    const statusTexts: Readonly<Record<string, string | undefined>> = labels.health;
    const healthText = daysOld > 0 ? labels.dataIsOld(daysOld) : (statusTexts[status] ?? '');
    const isDeleting = status === 'deleting';
    const isTrouble = status === 'needs-user' || status === 'unavailable';
    const isNightlyShown = connection.nightlyRefresh === true || nightlyRefresh;
    // A refresh costs money: not twice at once, and not before a deletion.
    const isRefreshOff = pendingRefresh.isPending || pendingDeletion.isPending;
    const startRefresh = (): void => {
      if (pendingRefresh.hasStarted() || pendingDeletion.hasStarted()) return;
      setRefreshedFrom(status);
      deletion.reset();
      refresh.mutate({ connectionId: connection.id });
    };

    const chooseAccounts =
      status === 'ok' && accounts !== null && connect !== undefined
        ? () => connect.open({ connectionId: connection.id, chooseAccounts: true })
        : null;
    // A server of the app's own may send another value.
    const isMissing = connection.hasMissingAccounts === true && chooseAccounts !== null;

    const items: MenuItem[] = [
      {
        key: 'details',
        text: isDetailed ? labels.hideDetails : labels.showDetails,
        onSelect: () => setDetailed(!isDetailed),
      },
    ];
    if (!isTrouble && (view.action === 'refresh' || view.action === 'later')) {
      items.unshift({
        key: 'refresh',
        text:
          view.action === 'later'
            ? labels.refreshIn(formatWait(view.waitMs, locale))
            : labels.actions.refresh,
        isDisabled: view.action === 'later' || isRefreshOff,
        onSelect: startRefresh,
      });
    }
    if (chooseAccounts !== null) {
      items.push({ key: 'accounts', text: labels.chooseAccounts, onSelect: chooseAccounts });
    }
    if (!pendingDeletion.isPending) {
      items.push({ key: 'delete', text: labels.delete, isDanger: true, onSelect: ask });
    }

    return (
      <article {...rest} ref={ref} aria-labelledby={nameId} data-flinks-connection={status} {...focus}>
        <header data-flinks-connection-header="">
          <InstitutionLogo
            institution={connection.institution}
            name={nameConnection(connection, institutionName)}
          />
          <div data-flinks-connection-title="">
            <Heading id={nameId} data-flinks-connection-name="">
              <bdi>{name}</bdi>
            </Heading>
            <p data-flinks-connection-facts="">
              {masks.length > 0 ? (
                <span data-flinks-connection-masks="">
                  {masks.map((mask) => (
                    <span key={mask}>{mask}</span>
                  ))}
                  {more > 0 && <span>{labels.moreAccounts(more)}</span>}
                </span>
              ) : (
                accounts !== null && <span>{labels.accounts(accounts.length)}</span>
              )}
              {lastRefreshAt === null && <span>{labels.neverRead}</span>}
              {lastRefreshAt !== null && daysOld === 0 && (
                <time
                  dateTime={lastRefreshAt}
                  title={formatDateTime(lastRefreshAt, locale, timeZone)}
                  suppressHydrationWarning
                >
                  {now === null
                    ? `${labels.details.updated} ${formatDateTime(lastRefreshAt, locale, timeZone)}`
                    : labels.updated(formatRelativeTime(lastRefreshAt, now, locale))}
                </time>
              )}
            </p>
          </div>
          <span data-flinks-health={daysOld > 0 ? 'aged' : status}>{healthText}</span>
          <Announcement
            // What the time adds to HTML of a server is no change.
            key={String(now === null)}
            text={[healthText && `${isolate(name)}: ${healthText}`, isMissing && labels.accountsMissing]
              .filter(Boolean)
              .join('. ')}
          />
          {!isDeleting && (
            <Menu label={labels.menu(isolate(name))} button={menuButton} items={items}>
              <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M5 10v.01M10 10v.01M15 10v.01" />
              </svg>
            </Menu>
          )}
        </header>
        {connection.verification === 'unverified' && status !== 'needs-user' && (
          <p data-flinks-connection-message="">{labels.unverified}</p>
        )}
        {isTrouble && !isAsking && (
          <ConnectionTrouble
            connection={connection}
            view={view}
            connect={connect}
            isRefreshOff={isRefreshOff}
            onRefresh={startRefresh}
          />
        )}
        {isMissing && !isAsking && (
          <div data-flinks-connection-trouble="accounts">
            <p>{labels.accountsMissing}</p>
            <div data-flinks-connection-action="accounts">
              <button type="button" data-flinks-button="" onClick={chooseAccounts}>
                {labels.chooseAccounts}
              </button>
            </div>
          </div>
        )}
        {duplicateIds !== kept && !pendingDeletion.isPending && !isAsking && !isDeleting && (
          <DuplicateNotice
            connection={connection}
            duplicates={duplicates}
            nameOf={nameOf}
            onDelete={ask}
            onKeep={() => {
              setKept(duplicateIds);
              onKeepDuplicates?.(connection);
            }}
          />
        )}
        {pendingRefresh.cancel !== null && (
          <PausedChange
            sentence={labels.paused.refresh}
            cancel={labels.cancel}
            onCancel={pendingRefresh.cancel}
          />
        )}
        {/* A deletion that was sent has a card of its own state; a refusal of it is shown here. */}
        {!isDeleting && pendingDeletion.cancel !== null && (
          <PausedChange
            sentence={labels.paused.deletion}
            cancel={labels.cancel}
            onCancel={pendingDeletion.cancel}
          />
        )}
        {/* A refresh that changed the connection's health has its reason there. */}
        <p role="status" data-flinks-connection-message="">
          {((refresh.isError && status === refreshedFrom) || (deletion.isError && !isDeleting)) && (
            <span>{labels.failed}</span>
          )}
        </p>
        {isAsking && !isDeleting && (
          <DeleteQuestion
            name={name}
            harmless={harmless}
            onKeep={dismiss}
            onDelete={() => {
              dismiss();
              if (pendingDeletion.hasStarted()) return;
              refresh.reset();
              deletion.mutate({ connectionId: connection.id });
            }}
          />
        )}
        {isDetailed && !isDeleting && (
          <>
            <ConnectionDetails connection={connection} />
            {isNightlyShown && now !== null && <NightlyRefreshSwitch connection={connection} now={now} />}
          </>
        )}
      </article>
    );
  },
);

/** Props of `ConnectionCard`; the rest goes to its `<article>`. */
export interface ConnectionCardProps extends Omit<ComponentPropsWithoutRef<'article'>, 'children'> {
  /** One of `useConnections`. */
  readonly connection: Connection;
  /** What `useFlinksConnect` gives; without it there is no button to reconnect, and no choice of accounts. */
  readonly connect?: { open(request: OpenSessionRequest): void } | undefined;
  /**
   * All of the user's connections. With them a duplicate has the name of the other connection, and only the card of the
   * later one shows it; `ConnectionList` hands over its own.
   */
  readonly connections?: readonly Connection[] | undefined;
  /**
   * The user keeps this connection and its duplicates. The card asks again when it is mounted again: for an answer that
   * lasts, store it and hand over `duplicates: []`.
   */
  readonly onKeepDuplicates?: ((connection: Connection) => void) | undefined;
  /** A name of your own for the bank; by default the server's (`institutionName`). */
  readonly institutionName?: NameInstitution | undefined;
  /** Which heading the bank’s name is; 3 by default. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /**
   * Show the switch of the nightly refresh among the details also while it is off; off by default. Flinks bills the
   * nightly refresh and no longer supports it actively, so the server must allow it (`nightlyRefresh: true`).
   */
  readonly nightlyRefresh?: boolean | undefined;
  /** Milliseconds since the epoch, for servers and tests; the browser's clock by default. */
  readonly now?: number | undefined;
}
