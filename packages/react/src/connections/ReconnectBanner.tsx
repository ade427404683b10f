'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, useRef } from 'react';
import { isolate } from '../format/isolate.ts';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { useFocusReturn } from '../interaction/useFocusReturn.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { getConnectionView, isReconnect } from './getConnectionView.ts';
import { listMasks, nameConnection, type NameInstitution } from './nameConnection.ts';
import { checkResult } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * For the top of a page: the banks that only the user can reconnect, with one button each. Empty while there are none,
 * and while the connections are not known. Renders a `<section>`.
 *
 * Attributes: `data-flinks-banner` (how many banks), `data-flinks-banner-bank` (one of them).
 *
 * @example
 * <ReconnectBanner connections={useConnections()} connect={connect} />
 */
export const ReconnectBanner = forwardRef<HTMLElement, ReconnectBannerProps>(
  function ReconnectBanner(props, ref) {
    const { connections, connect, institutionName, ...rest } = props;
    if (process.env.NODE_ENV !== 'production')
      checkResult('connections', connections, 'data', 'useConnections');
    const labels = useLabels('connections', connectionsEn);
    const banks = (connections.data ?? []).flatMap((connection) => {
      const action = reconnectAction(connection);
      if (action === null) return [];
      const known = nameConnection(connection, institutionName);
      const name = known ?? labels.unnamed;
      return [{ connection, action, known, name, masks: listMasks(connection).masks.join(' ') }];
    });
    const [only] = banks;
    const firstButton = useRef<HTMLButtonElement>(null);
    const focus = useFocusReturn(firstButton, rest);
    const title =
      banks.length === 1 && only !== undefined
        ? labels.reconnectOne(isolate(only.name))
        : labels.reconnectSeveral(banks.length);
    return (
      <section
        aria-label={title}
        hidden={banks.length === 0}
        {...rest}
        ref={ref}
        {...focus}
        data-flinks-banner={banks.length}
      >
        {banks.length > 1 && <p data-flinks-banner-title="">{title}</p>}
        {banks.map(({ connection, action, known, name, masks }, index) => (
          <div key={connection.id} data-flinks-banner-bank="">
            <InstitutionLogo institution={connection.institution} name={known} />
            <p>
              <bdi>{banks.length === 1 ? title : name}</bdi>
              {masks !== '' && <span>{` ${masks}`}</span>}
            </p>
            <button
              ref={index === 0 ? firstButton : undefined}
              type="button"
              data-flinks-button={action === 'reconnect' ? 'primary' : ''}
              aria-label={`${labels.actions[action]}: ${isolate(name)} ${masks}`.trim()}
              onClick={() => connect.open({ connectionId: connection.id })}
            >
              {labels.actions[action]}
            </button>
          </div>
        ))}
      </section>
    );
  },
);

/** Props of `ReconnectBanner`; the rest goes to its `<section>`. */
export interface ReconnectBannerProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** What `useConnections` gives. */
  readonly connections: { readonly data: readonly Connection[] | undefined };
  /** What `useFlinksConnect` gives. */
  readonly connect: { open(request: OpenSessionRequest): void };
  /** A name of your own for the bank, as `ConnectionCard` takes it. */
  readonly institutionName?: NameInstitution | undefined;
}

// A connection that only developers can mend has no button, so the user is not bothered with it.
function reconnectAction(connection: Connection) {
  if (connection.health.status !== 'needs-user') return null;
  const { action } = getConnectionView(connection, 0);
  return isReconnect(action) ? action : null;
}
