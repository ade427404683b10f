import type { ReactElement } from 'react';
import { useLook } from '../look/Look.tsx';

/** How to get past the sandbox's sign-in: Flinks' own documented test user. */
export function SandboxHint(): ReactElement {
  const { hint } = useLook().text.connect;
  return (
    <aside className="hint" aria-labelledby="hint-heading">
      <h2 id="hint-heading" className="hint-heading">
        {hint.heading}
      </h2>
      <p>{hint.lead}</p>
      <dl className="hint-facts">
        <div>
          <dt>{hint.username}</dt>
          <dd>
            <code>Greatday</code>
          </dd>
        </div>
        <div>
          <dt>{hint.password}</dt>
          <dd>
            <code>Everyday</code>
          </dd>
        </div>
        <div>
          <dt>{hint.answers}</dt>
          <dd>{hint.answerList}</dd>
        </div>
      </dl>
    </aside>
  );
}
