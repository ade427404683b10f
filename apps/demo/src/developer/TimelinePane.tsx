import { type ReactElement, useSyncExternalStore } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import type { TimelineEntry } from './createRecorder.ts';
import { useDeveloper } from './Developer.tsx';
import { formatTimeOfDay } from './formatTimeOfDay.ts';
import { Pane } from './Pane.tsx';

/** The session's record: each message with the state after it, and ignored messages with the reason. Newest first. */
export function TimelinePane(): ReactElement {
  const { text } = usePreferences();
  const { recorder } = useDeveloper();
  const { timeline } = useSyncExternalStore(recorder.subscribe, recorder.getSnapshot);
  const words = text.developer.timeline;
  const clear = (
    <button type="button" className="pane-action" onClick={recorder.clear}>
      {words.clear}
    </button>
  );
  return (
    <Pane heading={words.heading} action={timeline.length > 0 && clear}>
      {timeline.length === 0 && <p className="pane-empty">{words.empty}</p>}
      <ol className="lines">
        {timeline.toReversed().map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ol>
    </Pane>
  );
}

function Line({ entry }: { readonly entry: TimelineEntry }): ReactElement {
  const { text } = usePreferences();
  const words = text.developer.timeline;
  return (
    <li className="line" data-kind={entry.kind}>
      <time className="line-at" dateTime={new Date(entry.at).toISOString()}>
        {formatTimeOfDay(entry.at)}
      </time>
      <span className="line-kind">{words.kinds[entry.kind]}</span>
      {entry.kind !== 'session' && (
        <code className="line-name">{entry.name === '?' ? words.unnamed : entry.name}</code>
      )}
      {entry.kind === 'message' && entry.about !== '' && <span className="line-about">{entry.about}</span>}
      {entry.kind === 'ignored' ? (
        <span className="line-about">{words.why[entry.why]}</span>
      ) : (
        <code className="line-after">{entry.after ?? '…'}</code>
      )}
    </li>
  );
}
