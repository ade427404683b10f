import type { ConnectEvent, ConnectSession } from '@flinks-kit/react';
import { describeSession } from './describeSession.ts';
import type { IgnoredWhy } from './getIgnoreReason.ts';

/**
 * Remembers what a session and its calls were like, for the developer drawer. It only listens: the kit tells the same to
 * any app. Nothing in it identifies anybody, since the kit's events carry no ids and paths are kept as patterns.
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
    change({ timeline: [...record.timeline, { ...entry, id: count }].slice(-kept) });
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
    hear(event, readSession) {
      const id = add({
        kind: 'message',
        at: Date.now(),
        name: nameOf(event),
        about: aboutOf(event),
        after: null,
      });
      // A message is told before it is obeyed; one that changes nothing has the state of before as its state after.
      queueMicrotask(() => settle(id, readSession()));
    },
    follow(session) {
      const last = record.timeline.at(-1);
      if (last?.kind === 'message' && last.after === null) return settle(last.id, session);
      add({ kind: 'session', at: Date.now(), after: describeSession(session) });
    },
    ignore: (name, why) => void add({ kind: 'ignored', at: Date.now(), name, why }),
    call(call) {
      count += 1;
      change({ calls: [...record.calls, { ...call, id: count }].slice(-kept) });
    },
    clear: () => change(emptyRecord),
  };
}

/** What the drawer shows, and who tells it. */
export interface Recorder {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DeveloperRecord;
  /** For `onEvent`: a message that counted. */
  readonly hear: (event: ConnectEvent, readSession: () => ConnectSession) => void;
  /** For `engine.subscribe`: the state after a change. */
  readonly follow: (session: ConnectSession) => void;
  readonly ignore: (name: string, why: IgnoredWhy) => void;
  readonly call: (call: WithoutId<PageCall>) => void;
  readonly clear: () => void;
}

/** Oldest first, in both lists. */
export interface DeveloperRecord {
  readonly timeline: readonly TimelineEntry[];
  readonly calls: readonly PageCall[];
}

/** One line of the session's story. `at` is in milliseconds since the epoch. */
export type TimelineEntry = { readonly id: number; readonly at: number } & (
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly about: string;
      /** `null` for the moment in which it is being obeyed. */
      readonly after: string | null;
    }
  | { readonly kind: 'ignored'; readonly name: string; readonly why: IgnoredWhy }
  | { /** A change that no message caused. */ readonly kind: 'session'; readonly after: string }
);

/** One request of the page to Fernhill's server. */
export interface PageCall {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  /** With `:id` in the place of every id. */
  readonly path: string;
  /** `null`: no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
}

type WithoutId<Entry> = Entry extends unknown ? Omit<Entry, 'id'> : never;

const emptyRecord: DeveloperRecord = { timeline: [], calls: [] };
// Two hundred lines are more than anybody reads, and a page may be open for days.
const kept = 200;

function nameOf(event: ConnectEvent): string {
  if (event.kind === 'redirect') return 'REDIRECT';
  return event.kind === 'error' ? event.flinksCode : event.step;
}

function aboutOf(event: ConnectEvent): string {
  const mfaTypes = event.kind === 'step' ? (event.mfaTypes ?? []) : [];
  return [event.institution, ...mfaTypes].filter(Boolean).join(', ');
}
