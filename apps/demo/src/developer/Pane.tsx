import { type ReactElement, type ReactNode, useId } from 'react';

/** A section of the developer panel: a heading, an action, and a list that scrolls. */
export function Pane({ heading, action, children }: PaneProps): ReactElement {
  const headingId = useId();
  return (
    <section className="pane" aria-labelledby={headingId}>
      <div className="pane-head">
        <h2 id={headingId} className="pane-heading">
          {heading}
        </h2>
        {action}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <div className="pane-body" role="group" aria-labelledby={headingId} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

interface PaneProps {
  readonly heading: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}
