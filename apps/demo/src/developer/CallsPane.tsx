import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useDeveloper } from './Developer.tsx';
import { formatTimeOfDay } from './formatTimeOfDay.ts';
import { Pane } from './Pane.tsx';
import { useSandboxControls } from './useSandboxControls.ts';

/** The HTTP calls, newest first: of this page to Fernhill's server, or those to the sandbox. */
export function CallsPane(): ReactElement {
  const { text } = usePreferences();
  const [where, setWhere] = useState<'page' | 'sandbox'>('page');
  const calls = useCalls(where);
  const words = text.developer.calls;
  const choice = (
    <select
      className="pane-action"
      aria-label={words.where}
      value={where}
      onChange={(event) => setWhere(event.currentTarget.value === 'page' ? 'page' : 'sandbox')}
    >
      <option value="page">{words.page}</option>
      <option value="sandbox">{words.sandbox}</option>
    </select>
  );
  return (
    <Pane heading={words.heading} action={choice}>
      {calls.length === 0 && <p className="pane-empty">{words.empty}</p>}
      <ol className="lines">
        {calls.toReversed().map(({ key, at, method, path, status, note }) => (
          <li key={key} className="line" data-kind={status !== null && status < 400 ? 'call' : 'refused'}>
            <time className="line-at" dateTime={new Date(at).toISOString()}>
              {formatTimeOfDay(at)}
            </time>
            <code className="line-name">
              {method} {path}
            </code>
            <span className="line-about">
              {[status ?? words.unanswered, note].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Pane>
  );
}

interface ShownCall {
  readonly key: string;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly note: string | null;
}

function useCalls(where: 'page' | 'sandbox'): readonly ShownCall[] {
  const { recorder } = useDeveloper();
  const { calls } = useSyncExternalStore(recorder.subscribe, recorder.getSnapshot);
  const { data } = useSandboxControls({ watching: true });
  if (where === 'page') {
    return calls.map(({ id, durationMs, ...call }) => ({
      ...call,
      key: String(id),
      note: `${durationMs} ms`,
    }));
  }
  const seen = data?.calls ?? [];
  return seen.map(({ at, method, path, status, flinksCode }, index) => ({
    key: `${at} ${index}`,
    at: Date.parse(at),
    method,
    path: path.replace('/v3/:id/BankingServices', ''),
    status,
    note: flinksCode,
  }));
}
