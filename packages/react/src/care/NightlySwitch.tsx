'use client';

import type { Connection } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { careEn } from '../labels/care.en.ts';
import { useLabels } from '../labels/useLabels.ts';
import { useScheduledRefresh } from './useScheduledRefresh.ts';

/**
 * Turns nightly refresh on and off, and says honestly what stops it: Flinks no longer supports it actively (contract:
 * api.md 6.1, 6.2). Nothing while Flinks has not told whether it is on.
 */
export function NightlySwitch({ connection }: NightlySwitchProps): ReactElement | null {
  const labels = useLabels('care', careEn);
  const change = useScheduledRefresh();
  if (connection.scheduledRefresh === null) return null;
  return (
    <div data-flinks-nightly="">
      <label>
        <input
          type="checkbox"
          // A checkbox tells its own state, and ARIA in HTML forbids `aria-checked` beside it.
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
          role="switch"
          checked={connection.scheduledRefresh}
          onChange={(event) =>
            change.mutate({ connectionId: connection.id, enabled: event.currentTarget.checked })
          }
        />
        {labels.nightly}
      </label>
      <span role="status">{change.isError && labels.failed}</span>
      <details data-flinks-nightly-stops="">
        <summary>{labels.nightlyHint}</summary>
        <ul>
          {labels.nightlyStops.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface NightlySwitchProps {
  readonly connection: Connection;
}
