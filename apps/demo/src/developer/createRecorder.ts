import type { ConnectEvent, ConnectSession } from '@flinks-kit/react';
import { describeSession } from './describeSession.ts';
import type { IgnoreReason } from './getIgnoreReason.ts';

/**
 * Records the session's messages and the page's calls for the developer panel, with the kit's public callbacks only.
 * The record holds no id: the kit's events carry none, and paths are stored as patterns.
 */
export function createRecorder(): Recorder {
  const listeners = new Set<() => void>();
  let record: DeveloperRecord = emptyRecord;
  let count = 0;

  const change = (next: Partial<DeveloperRecord>): void => {
    record = { ...record, ...next };
    for (const listener of listeners) listener();
  };
  const add = (entry: WithoutId<TimelineEntry>): number => {
    count += 1;
    change({ timeline: [...record.timeline, { ...entry, id: count }].slice(-maxEntries) });
    return count;
  };
  const settle = (id: number, session: ConnectSession): void => {
    const after = describeSession(session);
    const timeline = record.timeline.map((entry) =>
      entry.id === id && entry.kind === 'message' && entry.after === null ? { ...entry, after } : entry,
    );
    change({ timeline });
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => record,
    recordEvent(event, readSession) {
      const id = add({
        kind: 'message',
        at: Date.now(),
        name: nameOf(event),
        about: aboutOf(event),
        after: null,
      });
      // onEvent runs before the state changes. If no change follows, the state after is the state before.
      queueMicrotask(() => settle(id, readSession()));
    },
    recordState(session) {
      const last = record.timeline.at(-1);
      if (last?.kind === 'message' && last.after === null) return settle(last.id, session);
      add({ kind: 'session', at: Date.now(), after: describeSession(session) });
    },
    recordIgnored: (name, why) => void add({ kind: 'ignored', at: Date.now(), name, why }),
    recordCall(call) {
      count += 1;
      change({ calls: [...record.calls, { ...call, id: count }].slice(-maxEntries) });
    },
    clear: () => change(emptyRecord),
  };
}

/** The developer panel's record, and the functions that write it. */
export interface Recorder {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DeveloperRecord;
  /** For `onEvent`: an accepted message. */
  readonly recordEvent: (event: ConnectEvent, readSession: () => ConnectSession) => void;
  /** For `engine.subscribe`: the state after a change. */
  readonly recordState: (session: ConnectSession) => void;
  readonly recordIgnored: (name: string, why: IgnoreReason) => void;
  readonly recordCall: (call: WithoutId<PageCall>) => void;
  readonly clear: () => void;
}

/** Oldest first, in both lists. */
export interface DeveloperRecord {
  readonly timeline: readonly TimelineEntry[];
  readonly calls: readonly PageCall[];
}

/** One line of the session's record. `at` is in milliseconds since the epoch. */
export type TimelineEntry = { readonly id: number; readonly at: number } & (
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly about: string;
      /** The state after the message; `null` until it is known. */
      readonly after: string | null;
    }
  | { readonly kind: 'ignored'; readonly name: string; readonly why: IgnoreReason }
  | { /** A change of state without a message. */ readonly kind: 'session'; readonly after: string }
);

/** One request of the page to Fernhill's server. */
export interface PageCall {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  /** With `:id` in place of every id. */
  readonly path: string;
  /** `null`: no response. */
  readonly status: number | null;
  readonly durationMs: number;
}

type WithoutId<Entry> = Entry extends unknown ? Omit<Entry, 'id'> : never;

const emptyRecord: DeveloperRecord = { timeline: [], calls: [] };
// A page may stay open for days, so the record is bounded.
const maxEntries = 200;

function nameOf(event: ConnectEvent): string {
  if (event.kind === 'redirect') return 'REDIRECT';
  return event.kind === 'error' ? event.flinksCode : event.step;
}

function aboutOf(event: ConnectEvent): string {
  const mfaTypes = event.kind === 'step' ? (event.mfaTypes ?? []) : [];
  return [event.institution, ...mfaTypes].filter(Boolean).join(', ');
}
