import type { ConnectSession, ConnectStage } from '@flinks-kit/core';
import { type Happening, happenings } from './happenings.ts';
import { setSessionStage } from './SessionStage.ts';

/**
 * What the session really does: every happening is tried in every status that some way leads to, on the real engine
 * and its reducer. A diagram drawn from this can't be wrong about the code.
 */
export async function exploreSession(): Promise<SessionMap> {
  const ways = new Map<Status, readonly Happening[]>([['idle', []]]);
  const moves: Move[] = [];
  const stages = new Map<string, ConnectStage>();
  const ends = new Set<Status>();
  // A map hands out what is added while it is walked: every status found is explored in its turn.
  for (const [from, way] of ways) {
    for (const happening of happenings) {
      // oxlint-disable-next-line no-await-in-loop -- a status found now is explored later in this very loop
      const session = await play([...way, happening]);
      const { status } = session;
      if ('report' in session) ends.add(status);
      if (status === 'active' && session.stage !== null) stages.set(happening.name, session.stage);
      if (status === from) continue;
      if (!ways.has(status)) ways.set(status, [...way, happening]);
      moves.push({ from, to: status, by: happening });
    }
  }
  const depths = new Map([...ways].map(([status, way]) => [status, way.length]));
  return { moves, depths, ends, stages };
}

/** Every move there is. */
export interface SessionMap {
  readonly moves: readonly Move[];
  /** How many happenings away from `idle` a status is, by the shortest way. */
  readonly depths: ReadonlyMap<Status, number>;
  /** The statuses in which a session is over. */
  readonly ends: ReadonlySet<Status>;
  /** Which stage of `active` a step leads to. */
  readonly stages: ReadonlyMap<string, ConnectStage>;
}

/** From one status to another, and why. */
export interface Move {
  readonly from: Status;
  readonly to: Status;
  readonly by: Happening;
}

/** A session's status. */
export type Status = ConnectSession['status'];

async function play(way: readonly Happening[]): Promise<ConnectSession> {
  const stage = setSessionStage();
  for (const { happen } of way) {
    happen(stage);
    // oxlint-disable-next-line no-await-in-loop -- one thing happens after the other
    await settled();
  }
  const session = stage.engine.getSnapshot();
  stage.engine.destroy();
  return session;
}

// Answers pass through a few promises. Microtasks alone, since a page waits for a thousand of these.
async function settled(turns = 8): Promise<void> {
  if (turns === 0) return;
  await Promise.resolve();
  return settled(turns - 1);
}
