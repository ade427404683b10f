import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useDeveloper } from './Developer.tsx';
import { formatTimeOfDay } from './formatTimeOfDay.ts';
import { Pane } from './Pane.tsx';
import { useSandbox } from './useSandbox.ts';

/** The HTTP calls, newest first: of this page to Fernhill's server, those to the sandbox, or its webhooks. */
export function CallsPane(): ReactElement {
  const { text } = usePreferences();
  const [source, setSource] = useState<Source>('page');
  const calls = useCalls(source);
  const words = text.developer.calls;
  const choice = (
    <select
      className="pane-action"
      aria-label={words.source}
      value={source}
      onChange={(event) => setSource(sources.find((known) => known === event.currentTarget.value) ?? 'page')}
    >
      {sources.map((known) => (
        <option key={known} value={known}>
          {words.sources[known]}
        </option>
      ))}
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
            <code className="line-name">{`${method} ${path}`}</code>
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

type Source = (typeof sources)[number];

const sources = ['page', 'sandbox', 'webhooks'] as const;

function useCalls(source: Source): readonly ShownCall[] {
  const { recorder } = useDeveloper();
  const { calls } = useSyncExternalStore(recorder.subscribe, recorder.getSnapshot);
  const { data: journal } = useSandbox('journal', { watching: source === 'sandbox' });
  const { data: webhooks } = useSandbox('webhooks', { watching: source === 'webhooks' });
  switch (source) {
    case 'page':
      return calls.map(({ id, durationMs, ...call }) => ({
        ...call,
        key: String(id),
        note: `${durationMs} ms`,
      }));
    case 'sandbox':
      return (journal?.entries ?? []).map(({ at, method, path, status, flinksCode }, index) => ({
        key: `${at} ${index}`,
        at: Date.parse(at),
        method,
        path: path.replace(/^\/v3\/[^/]+\/BankingServices/, '').replace(idPart, '/:id'),
        status,
        note: flinksCode,
      }));
    case 'webhooks':
      return (webhooks?.deliveries ?? []).map(({ index, at, responseType, status }) => ({
        key: String(index),
        at: Date.parse(at),
        method: 'POST',
        path: responseType,
        status,
        note: null,
      }));
  }
}

// The control API masks LoginIds, RequestIds and tokens.
const idPart = /\/•••/g;
