import type { JournalEntry, Sandbox } from '@flinks-kit/sandbox';
import { scenarios } from '@flinks-kit/sandbox';
import type { SandboxCall, SandboxControls, FaultPreset } from '../src/developer/SandboxControls.ts';
import type { DemoClock } from './demoClock.ts';
import { isOwnPage, readSmallJson } from './checkRequest.ts';
import { parseSandboxChange } from './parseSandboxChange.ts';

/**
 * The developer panel's API: `GET` and `PUT /api/sandbox`. It changes the clock and the faults of all users of this
 * demo, so a real app has nothing like it.
 */
export function serveControls(sandbox: Sandbox, clock: DemoClock): (request: Request) => Promise<Response> {
  let faultPreset: FaultPreset = 'none';
  let removeFault = (): void => undefined;

  const setFault = (next: FaultPreset): void => {
    removeFault();
    faultPreset = next;
    removeFault = next === 'none' ? () => undefined : sandbox.faults.add(faultOf(next));
  };
  const read = (): SandboxControls => ({
    now: new Date(clock.now()).toISOString(),
    speed: clock.speed(),
    scenarios: scenarios.map(({ name, summary }) => ({ name, summary })),
    faultPreset,
    calls: sandbox.journal.entries().slice(-shownCalls).map(toCall),
  });

  return async (request) => {
    if (request.method === 'GET') return Response.json(read());
    if (request.method !== 'PUT') return new Response(null, { status: 405 });
    if (!isOwnPage(request)) return Response.json({ code: 'other-origin' }, { status: 403 });
    const change = parseSandboxChange(await readSmallJson(request));
    if (change === null) return Response.json({ code: 'malformed' }, { status: 400 });
    if (change.speed !== undefined) clock.setSpeed(change.speed);
    if (change.aheadMs !== undefined) clock.advance(change.aheadMs);
    if (change.faultPreset !== undefined) setFault(change.faultPreset);
    return Response.json(read());
  };
}

function faultOf(faultPreset: Exclude<FaultPreset, 'none'>): Parameters<Sandbox['faults']['add']>[0] {
  if (faultPreset === 'slow') return { kind: 'latency', ms: 5000 };
  return { kind: 'code', flinksCode: faultPreset, endpoint: 'Authorize' };
}

function toCall({ at, method, path, status, flinksCode }: JournalEntry): SandboxCall {
  return { at, method, path: path.replace(id, ':id'), status, flinksCode };
}

const id = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
const shownCalls = 40;
