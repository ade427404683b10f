import type { ReactElement } from 'react';

/** The moment in which something was completed: a tick that draws itself, and one sentence. */
export function Success({ title, body }: { readonly title: string; readonly body: string }): ReactElement {
  return (
    <div role="status" className="success">
      <svg className="success-tick" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <circle cx="16" cy="16" r="15" />
        <path d="m10 16.5 4.2 4.2L22.5 12" pathLength="1" />
      </svg>
      <div>
        <p className="success-title">{title}</p>
        <p className="success-body">{body}</p>
      </div>
    </div>
  );
}
