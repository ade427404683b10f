import type { EftStatus } from '@flinks-kit/core';
import type { ReactElement } from 'react';

/** The sign beside an assessment: each status has a shape of its own, so that colour is never the only sign. */
export function StatusIcon({ status }: { readonly status: EftStatus }): ReactElement {
  return (
    <svg data-flinks-icon="" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[status]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

const shapes: Readonly<Record<EftStatus, string>> = {
  eligible: 'M3 8.5 6.5 12 13 4.5',
  unlikely: 'M8 3v6M8 12.5v.01',
  ineligible: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.4 8.6 8 9 8 10M8 13v.01',
};
