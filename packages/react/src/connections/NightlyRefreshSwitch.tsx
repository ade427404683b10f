'use client';

import { type Connection, evaluateNightlyRefresh } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { useNightlyRefresh } from './useNightlyRefresh.ts';

/**
 * Turns nightly refresh on and off, and says honestly what stops it, and which of that is so now: Flinks no longer
 * supports it actively (docs/flinks/api.md 6.1, 6.2). Nothing while Flinks has not told whether it is on.
 */
export function NightlyRefreshSwitch({ connection, now }: NightlySwitchProps): ReactElement | null {
  const labels = useLabels('connections', connectionsEn);
  const change = useNightlyRefresh();
  const { id, nightlyRefresh } = connection;
  if (nightlyRefresh === null) return null;
  const stops = nightlyRefresh ? stopsNow(connection, now) : [];
  return (
    <div data-flinks-nightly={stops.length > 0 ? 'stopped' : ''}>
      <label>
        <input
          type="checkbox"
          // A checkbox tells its own state, and ARIA in HTML forbids `aria-checked` beside it.
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
          role="switch"
          checked={nightlyRefresh}
          onChange={(event) => change.mutate({ connectionId: id, enabled: event.currentTarget.checked })}
        />
        {labels.nightly}
      </label>
      <span role="status">{change.isError && labels.failed}</span>
      <details data-flinks-nightly-stops="">
        <summary>{stops.length > 0 ? labels.nightlyStopped : labels.nightlyHint}</summary>
        <ul>
          {labels.nightlyStops.map(({ condition, text }) => (
            <li key={condition} data-flinks-stopped={stops.includes(condition) || undefined}>
              {text}
              {stops.includes(condition) && <strong> {labels.nightlyNow}</strong>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface NightlySwitchProps {
  readonly connection: Connection;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

function stopsNow(connection: Connection, now: number): readonly string[] {
  return evaluateNightlyRefresh(connection, { now })
    .filter(({ holds }) => holds === false)
    .map(({ condition }) => condition);
}
