import type { JournalEntry, Sandbox } from '@flinks-kit/sandbox';
import { scenarios } from '@flinks-kit/sandbox';
import type { SandboxCall, SandboxControls, Weather } from '../src/developer/SandboxControls.ts';
import type { DemoClock } from './demoClock.ts';
import { isOwnPage, readSmallJson } from './checkRequest.ts';
import { readChange } from './parseSandboxChange.ts';

/**
 * The developer drawer's way to the sandbox: `GET` and `PUT /api/sandbox`. It moves the clock of everybody who uses
 * this demo, so no real app has anything like it.
 */
export function serveControls(sandbox: Sandbox, clock: DemoClock): (request: Request) => Promise<Response> {
  let weather: Weather = 'fair';
  let clearUp = (): void => undefined;

  const turn = (next: Weather): void => {
    clearUp();
    weather = next;
    clearUp = next === 'fair' ? () => undefined : sandbox.faults.add(faultOf(next));
  };
  const read = (): SandboxControls => ({
    now: new Date(clock.now()).toISOString(),
    speed: clock.speed(),
    scenarios: scenarios.map(({ name, summary }) => ({ name, summary })),
    weather,
    calls: sandbox.journal.entries().slice(-shownCalls).map(toCall),
  });

  return async (request) => {
    if (request.method === 'GET') return Response.json(read());
    if (request.method !== 'PUT') return new Response(null, { status: 405 });
    if (!isOwnPage(request)) return Response.json({ code: 'other-origin' }, { status: 403 });
    const change = readChange(await readSmallJson(request));
    if (change === null) return Response.json({ code: 'malformed' }, { status: 400 });
    if (change.speed !== undefined) clock.setSpeed(change.speed);
    if (change.aheadMs !== undefined) clock.advance(change.aheadMs);
    if (change.weather !== undefined) turn(change.weather);
    return Response.json(read());
  };
}

function faultOf(weather: Exclude<Weather, 'fair'>): Parameters<Sandbox['faults']['add']>[0] {
  if (weather === 'slow') return { kind: 'latency', ms: 5000 };
  return { kind: 'code', flinksCode: weather, endpoint: 'Authorize' };
}

function toCall({ at, method, path, status, flinksCode }: JournalEntry): SandboxCall {
  return { at, method, path: path.replace(id, ':id'), status, flinksCode };
}

const id = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
const shownCalls = 40;
