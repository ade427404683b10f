import { Markdown } from '@storybook/addon-docs/blocks';
import { Fragment, type ReactElement, useEffect, useState } from 'react';
import { exploreSession, type SessionMap } from './exploreSession.ts';
import { SessionDiagram } from './SessionDiagram.tsx';
import { SessionMoves } from './SessionMoves.tsx';
import { SessionStages } from './SessionStages.tsx';
import { statusWords } from './statusWords.ts';

/** The diagram, as the code has it at this moment. */
export function Diagram(): ReactElement {
  const map = useSessionMap();
  return map ? <SessionDiagram map={map} /> : <p role="status">Exploring the session…</p>;
}

/** What each status means, and what people need in it. */
export function Meanings(): ReactElement {
  return (
    <dl className="sb-unstyled kit-meanings">
      {Object.entries(statusWords).map(([status, { means, needs }]) => (
        <Fragment key={status}>
          <dt>
            <code>{status}</code>
          </dt>
          <dd>
            <Markdown>{`${means}. People need ${needs}.`}</Markdown>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Every move, as a table. */
export function Moves(): ReactElement {
  const map = useSessionMap();
  return map ? <SessionMoves map={map} /> : <p role="status">Exploring the session…</p>;
}

/** Which step leads to which stage. */
export function Stages(): ReactElement {
  const map = useSessionMap();
  return map ? <SessionStages map={map} /> : <p role="status">Exploring the session…</p>;
}

function useSessionMap(): SessionMap | null {
  const [map, setMap] = useState<SessionMap | null>(null);
  useEffect(() => void explored().then(setMap), []);
  return map;
}

// Explored once for the three parts of the page.
let found: Promise<SessionMap> | undefined;
function explored(): Promise<SessionMap> {
  found ??= exploreSession();
  return found;
}
