'use client';

import { type Connection, evaluateNightlyRefresh, FlinksKitError } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { connectionsEn } from '../labels/connections.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { flinksKeys } from '../query/keys.ts';
import { PausedChange } from './PausedChange.tsx';
import { useNightlyRefresh } from './useNightlyRefresh.ts';
import { usePendingChange } from './usePendingChange.ts';

/**
 * Turns nightly refresh on and off, and lists the conditions that stop it and which of them apply now: Flinks no longer
 * supports it actively (docs/flinks/api.md 6.1, 6.2). Renders nothing while it is unknown whether it is on.
 */
export function NightlyRefreshSwitch({ connection, now }: NightlyRefreshSwitchProps): ReactElement | null {
  const { client } = useFlinks();
  const labels = useLabels('connections', connectionsEn);
  const change = useNightlyRefresh();
  const { id: connectionId, nightlyRefresh } = connection;
  const pending = usePendingChange(flinksKeys.nightlyRefreshes(client), connectionId);
  if (nightlyRefresh === null) return null;
  const stops = nightlyRefresh ? stopsNow(connection, now) : [];
  return (
    <div data-flinks-nightly={stops.length > 0 ? 'stopped' : ''}>
      <label>
        <input
          type="checkbox"
          // A checkbox has a state of its own, and ARIA in HTML forbids `aria-checked` beside it.
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
          role="switch"
          checked={nightlyRefresh}
          aria-disabled={pending.isPending || undefined}
          onChange={({ currentTarget: { checked: enabled } }) => {
            if (!pending.hasStarted()) change.mutate({ connectionId, enabled });
          }}
        />
        <span>{labels.nightly}</span>
      </label>
      {pending.cancel !== null && (
        <PausedChange
          sentence={labels.paused.nightlyRefresh}
          cancel={labels.cancel}
          onCancel={pending.cancel}
        />
      )}
      <span role="status">{change.isError && (isOff(change.error) ? labels.nightlyOff : labels.failed)}</span>
      <details data-flinks-nightly-stops="">
        <summary>{stops.length > 0 ? labels.nightlyStopped : labels.nightlyHint}</summary>
        <ul>
          {labels.nightlyStops.map(({ condition, text }) => (
            <li key={condition} data-flinks-stopped={stops.includes(condition) || undefined}>
              <span>{text}</span>
              {stops.includes(condition) && <strong>{` ${labels.nightlyNow}`}</strong>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface NightlyRefreshSwitchProps {
  readonly connection: Connection;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Whether the server refused since the app does not offer the nightly refresh. */
const isOff = (error: Error): boolean =>
  error instanceof FlinksKitError && error.code === 'nightly-refresh-off';

function stopsNow(connection: Connection, now: number): readonly string[] {
  return evaluateNightlyRefresh(connection, { now })
    .filter(({ holds }) => holds === false)
    .map(({ condition }) => condition);
}
