import type { ReactElement, ReactNode } from 'react';

/** A part of a page that is wider than a phone, and scrolls by itself. */
export function Scrollable({ label, className = '', children }: ScrollableProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- otherwise a keyboard could not scroll it
    <div className={`sb-unstyled ${className}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

interface ScrollableProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}
