import type { Fault } from '@flinks-kit/sandbox';

/** Each fault that the sandbox knows, by what it looks like from our side; the two slow ones both below and above our limit. */
export const faults: Readonly<Record<string, Fault>> = {
  'five seconds more': { kind: 'latency', ms: 5_000 },
  'five minutes more': { kind: 'latency', ms: 300_000 },
  'a 503 of a proxy': { kind: 'status', status: 503 },
  'an HTML page with 200': { kind: 'html' },
  'an empty 200': { kind: 'empty' },
  'half of the JSON': { kind: 'malformed' },
  'a cut connection': { kind: 'cut' },
  'a body that trickles in': { kind: 'slow-body', ms: 1_000 },
  'a body that never ends': { kind: 'slow-body', ms: 60_000 },
  'a 202': { kind: 'pending' },
  TOO_MANY_REQUESTS: { kind: 'throttle' },
  AGGREGATION_ERROR: { kind: 'code', flinksCode: 'AGGREGATION_ERROR' },
  SESSION_NONEXISTENT: { kind: 'code', flinksCode: 'SESSION_NONEXISTENT' },
  'an unknown code': { kind: 'code', flinksCode: 'SOMETHING_NEW' },
};
