import type { Sandbox } from '@flinks-kit/sandbox';
import type { FlinksEvent } from '@flinks-kit/server';
import type { TestClock } from './startHost.ts';

/** The test API: reads and changes the sandbox and the server behind a host page. */
export function serveTestApi({
  sandbox,
  events,
  clock,
}: TestApiOptions): (request: Request) => Promise<Response> {
  const answers: Readonly<Record<string, (params: URLSearchParams) => unknown>> = {
    // Our server's calls to Flinks.
    'GET calls': () => sandbox.journal.entries().filter(({ endpoint }) => endpoint !== null),
    'DELETE calls': () => sandbox.journal.clear(),
    // The session reports of the pages.
    'GET reports': () => events.flatMap((event) => (event.type === 'session-reported' ? [event.report] : [])),
    // A bank login at the sandbox.
    'POST login': () => sandbox.login({ username: 'greatday_nomfa' }),
    'POST clock': (params) => clock.advance(Number(params.get('minutes')) * 60_000),
    'POST faults': (params) =>
      void sandbox.faults.add({
        kind: 'code',
        flinksCode: params.get('code') ?? '',
        endpoint: params.get('endpoint') ?? undefined,
        times: 1,
      }),
  };
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const answer = answers[`${request.method} ${pathname.replace('/test-api/', '')}`];
    return Response.json(answer?.(searchParams) ?? null, { status: answer === undefined ? 404 : 200 });
  };
}

interface TestApiOptions {
  readonly sandbox: Sandbox;
  readonly events: readonly FlinksEvent[];
  readonly clock: TestClock;
}
