import type { ReactElement, ReactNode } from 'react';

/** Two columns: what serves people, and what was seen to hurt them. Each holds a Markdown list. */
export function DoDont({ children }: Columns): ReactElement {
  return <div className="sb-unstyled kit-dodont">{children}</div>;
}

/** What serves people. */
export function Do({ children }: Columns): ReactElement {
  return (
    <div className="kit-do">
      <strong>Do</strong>
      {children}
    </div>
  );
}

/** What hurts them. */
export function Dont({ children }: Columns): ReactElement {
  return (
    <div className="kit-dont">
      <strong>Don’t</strong>
      {children}
    </div>
  );
}

interface Columns {
  readonly children: ReactNode;
}
