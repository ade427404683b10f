import {
  type Connection,
  type ConnectEngine,
  type ConnectSession,
  type ConnectStage,
  createConnect,
  FlinksKitError,
} from '@flinks-kit/core';
import { knownSteps } from '@flinks-kit/core/wire';
import { createManualClock, type ManualClock } from '@flinks-kit/sandbox';

/** Every transition of the session: each input is applied in each status that some inputs lead to, on the real engine. */
export async function exploreSession(): Promise<SessionMap> {
  const ways = new Map<Status, readonly Input[]>([['idle', []]]);
  const moves: Move[] = [];
  const stages = new Map<string, ConnectStage>();
  const ends = new Set<Status>();
  // A map iterates what is added on the way: every status found is explored in its turn.
  for (const [from, way] of ways) {
    for (const by of inputs) {
      // oxlint-disable-next-line no-await-in-loop -- a status found now is explored later in this very loop
      const session = await play([...way, by]);
      const { status } = session;
      if ('report' in session) ends.add(status);
      if (status === 'active' && session.stage !== null) stages.set(by.name, session.stage);
      if (status === from) continue;
      if (!ways.has(status)) ways.set(status, [...way, by]);
      moves.push({ from, to: status, by });
    }
  }
  return { moves, ends, stages };
}

/** What the session does. */
export interface SessionMap {
  readonly moves: readonly Move[];
  /** The statuses in which a session is over. */
  readonly ends: ReadonlySet<Status>;
  /** The stage of `active` after a step. */
  readonly stages: ReadonlyMap<string, ConnectStage>;
}

/** A session's status. */
export type Status = ConnectSession['status'];

interface Move {
  readonly from: Status;
  readonly to: Status;
  readonly by: Input;
}

interface Input {
  readonly name: string;
  readonly apply: (setup: Setup) => void;
}

interface Setup {
  readonly engine: ConnectEngine;
  readonly clock: ManualClock;
  readonly opening: Answer<{ connectUrl: string; sessionId: string }>;
  readonly linking: Answer<Connection>;
}

const message = (name: string, data: object): Input => ({
  name,
  apply: ({ engine }) => engine.receive(data),
});
const refused = new FlinksKitError('The server refused.', { code: 'refused', retry: false });
const stored: Connection = {
  id: 'connection-1',
  institution: 'FlinksCapital',
  createdAt: '2026-01-05T15:00:00.000Z',
  lastRefreshAt: null,
  accountsCount: null,
  nightlyRefresh: null,
  verification: 'verified',
  health: { status: 'pending', flinksCode: null },
};
const opened = { connectUrl: 'https://widget.example/', sessionId: 'session-1' };

// What the app calls, the server answers, the widget sends, and time.
const inputs: readonly Input[] = [
  { name: 'open()', apply: ({ engine }) => engine.open() },
  { name: 'close()', apply: ({ engine }) => engine.close() },
  { name: 'retry()', apply: ({ engine }) => engine.retry() },
  { name: 'reset()', apply: ({ engine }) => engine.reset() },
  { name: 'unmount', apply: ({ engine }) => engine.destroy() },
  { name: 'an address', apply: ({ opening }) => opening.resolve(opened) },
  { name: 'no address', apply: ({ opening }) => opening.reject(refused) },
  { name: 'stored', apply: ({ linking }) => linking.resolve(stored) },
  { name: 'not stored', apply: ({ linking }) => linking.reject(refused) },
  ...knownSteps.filter((step) => step !== 'REDIRECT').map((step) => message(step, { step })),
  message('REDIRECT', { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000001' }),
  message('REDIRECT without a login', { step: 'REDIRECT' }),
  message('an error code', { flinksCode: 'INVALID_PASSWORD' }),
  message('an unknown step', { step: 'BRAND_NEW' }),
  { name: 'a minute of silence', apply: ({ clock }) => clock.advance(60_000) },
  { name: 'eight minutes of silence', apply: ({ clock }) => clock.advance(8 * 60_000) },
];

async function play(way: readonly Input[]): Promise<ConnectSession> {
  const clock = createManualClock();
  const opening = createAnswer<{ connectUrl: string; sessionId: string }>();
  const linking = createAnswer<Connection>();
  const engine = createConnect({
    clock,
    client: () => ({ openSession: opening.request, linkConnection: linking.request }),
  });
  engine.attachFrame({ src: '', contentWindow: null });
  for (const { apply } of way) {
    apply({ engine, clock, opening, linking });
    // oxlint-disable-next-line no-await-in-loop -- one input after the other
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  }
  const session = engine.getSnapshot();
  engine.destroy();
  return session;
}

interface Answer<Value> {
  readonly request: () => Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

/** A server that answers its last request when the caller decides. */
function createAnswer<Value>(): Answer<Value> {
  let last = { resolve: (_value: Value): void => undefined, reject: (_error: Error): void => undefined };
  return {
    request: () =>
      new Promise<Value>((resolve, reject) => {
        last = { resolve, reject };
      }),
    resolve: (value) => last.resolve(value),
    reject: (error) => last.reject(error),
  };
}
