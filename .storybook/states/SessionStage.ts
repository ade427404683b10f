import { type Connection, type ConnectEngine, createConnect, FlinksKitError } from '@flinks-kit/core';
import { createManualClock, type ManualClock } from '@flinks-kit/sandbox';

/** A session's engine with a server that answers when it is told to, a frame that is always there, and a slow clock. */
export function setSessionStage(): SessionStage {
  const clock = createManualClock();
  const opening = ask<{ connectUrl: string; sessionId: string }>();
  const linking = ask<Connection>();
  const engine = createConnect({
    clock,
    client: () => ({ openSession: opening.question, linkConnection: linking.question }),
  });
  engine.attachFrame({ src: '', contentWindow: null });
  return {
    engine,
    clock,
    giveAddress: () => opening.answer({ connectUrl: 'https://widget.example/', sessionId: 'session-1' }),
    refuseAddress: () => opening.refuse(refusal),
    store: () => linking.answer(connection),
    refuseToStore: () => linking.refuse(refusal),
  };
}

/** What can be moved on the stage. */
export interface SessionStage {
  readonly engine: ConnectEngine;
  readonly clock: ManualClock;
  readonly giveAddress: () => void;
  readonly refuseAddress: () => void;
  readonly store: () => void;
  readonly refuseToStore: () => void;
}

function ask<Answer>() {
  let settle = { answer: (_answer: Answer): void => undefined, refuse: (_error: Error): void => undefined };
  return {
    question: () =>
      new Promise<Answer>((answer, refuse) => {
        settle = { answer, refuse };
      }),
    answer: (answer: Answer) => settle.answer(answer),
    refuse: (error: Error) => settle.refuse(error),
  };
}

const refusal = new FlinksKitError('The server said no.', { code: 'refused', retry: false });

const connection: Connection = {
  id: 'connection-1',
  institution: 'FlinksCapital',
  createdAt: '2026-01-05T15:00:00.000Z',
  lastRefreshAt: null,
  accountsCount: null,
  nightlyRefresh: null,
  verification: 'verified',
  health: { status: 'pending', flinksCode: null },
};
