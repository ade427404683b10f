import type { Sandbox } from '@flinks-kit/sandbox';
import type { FlinksEvent } from '@flinks-kit/server';
import type { TurnableClock } from './startHost.ts';

/** What a test may ask behind the page's back, and order there. */
export function serveTestApi({
  sandbox,
  events,
  clock,
}: BehindOptions): (request: Request) => Promise<Response> {
  const answers: Readonly<Record<string, (asked: URLSearchParams) => unknown>> = {
    // What our server asked of Flinks.
    'GET calls': () => sandbox.journal.entries().filter(({ endpoint }) => endpoint !== null),
    'DELETE calls': () => sandbox.journal.clear(),
    // What our server was told by pages.
    'GET reports': () => events.flatMap((event) => (event.type === 'session-reported' ? [event.report] : [])),
    // A bank login as Flinks leaves it behind.
    'POST login': () => sandbox.login({ username: 'greatday_nomfa' }),
    'POST clock': (asked) => clock.turn(Number(asked.get('minutes')) * 60_000),
    'POST faults': (asked) =>
      void sandbox.faults.add({
        kind: 'code',
        flinksCode: asked.get('code') ?? '',
        endpoint: asked.get('endpoint') ?? undefined,
        times: 1,
      }),
  };
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const answer = answers[`${request.method} ${pathname.replace('/behind/', '')}`];
    return Response.json(answer?.(searchParams) ?? null, { status: answer === undefined ? 404 : 200 });
  };
}

interface BehindOptions {
  readonly sandbox: Sandbox;
  readonly events: readonly FlinksEvent[];
  readonly clock: TurnableClock;
}
