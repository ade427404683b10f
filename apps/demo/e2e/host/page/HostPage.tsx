import { useConnections } from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';
import { Backend } from './ConnectSection.tsx';

/**
 * A minimal page that shows what the tests check: the session's state, every end in order, and the connections.
 */
export function HostPage({ params }: HostPageProps): ReactElement {
  const [isThere, setThere] = useState(true);
  const [ends, setEnds] = useState<readonly string[]>([]);
  const connections = useConnections();
  return (
    <main>
      <h1>Host</h1>
      <button type="button" onClick={() => setThere(!isThere)}>
        {isThere ? 'Take the widget away' : 'Bring the widget back'}
      </button>
      {isThere && (
        <Backend
          params={params}
          connectionIds={connections.data?.map(({ id }) => id) ?? []}
          onEnd={(end) => setEnds((before) => [...before, end])}
        />
      )}
      <ol aria-label="Ends">
        {ends.map((end, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list that only grows
          <li key={index}>{end}</li>
        ))}
      </ol>
      <ul aria-label="Connections">
        {connections.data?.map(({ id }) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
    </main>
  );
}

interface HostPageProps {
  /** `?as=dialog|dialog-in-dialog|nothing`, `?locale=`, `?frame=` (milliseconds until a silent frame is given up). */
  readonly params: URLSearchParams;
}
