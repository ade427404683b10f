import { type ConnectEvent, type ConnectSession, useFlinks } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { words } from './words.ts';

/** Beside the app: what the session is, and the messages of the widget. */
export function SessionLog({ status, events }: SessionLogProps): ReactElement {
  const { session, widgetMessages, nothingYet } = words(useFlinks().locale);
  return (
    <aside className="kit-flow-log">
      <strong>{session}</strong>
      <output>{status}</output>
      <strong>{widgetMessages}</strong>
      {events.length === 0 ? (
        <p>{nothingYet}</p>
      ) : (
        <ol>
          {events.map((name, index) => (
            // Messages only ever come last, and the same one may come twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <code>{name}</code>
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}

interface SessionLogProps {
  readonly status: ConnectSession['status'];
  readonly events: readonly string[];
}

/** What a log calls an event. There is no id of Flinks in one. */
export function nameEvent(event: ConnectEvent): string {
  if (event.kind === 'step') return event.step;
  return event.kind === 'error' ? event.flinksCode : 'REDIRECT';
}
