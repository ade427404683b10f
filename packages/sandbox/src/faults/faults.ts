import type { FlinksCode } from '@flinks-kit/core/wire';
import * as v from 'valibot';
import { describeIssue } from '../validation/describeIssue.ts';

/** Faults on demand: what networks, proxies and outages do to Flinks' answers. `endpoints`: the names that exist. */
export function createFaults(endpoints: readonly string[]): Faults & FaultPicker {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      check(fault, endpoints);
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    list: () =>
      waiting.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : undefined })),
    clear() {
      waiting = [];
    },
    take(endpoint) {
      const due = waiting.find(({ fault, left }) => left > 0 && hits(fault, endpoint));
      if (due === undefined) return null;
      due.left -= 1;
      if (due.left <= 0) waiting = waiting.filter((other) => other !== due);
      return due.fault;
    },
  };
}

/**
 * Breaks calls on purpose.
 *
 * @example
 * sandbox.faults.add({ kind: 'status', status: 503, endpoint: 'GetAccountsDetail', times: 2 });
 */
export interface Faults {
  /** Adds a fault; the returned function removes it. The one added first applies first. Throws one sentence for
   * a fault that does not exist. */
  readonly add: (fault: Fault) => () => void;
  /** The faults that still wait, with the `times` that are left. */
  readonly list: () => readonly Fault[];
  readonly clear: () => void;
}

/** One fault. */
export type Fault = FaultScope &
  (
    | { /** The answer, `ms` later. */ readonly kind: 'latency'; readonly ms: number }
    | { /** A bare status, as a proxy returns it. */ readonly kind: 'status'; readonly status: number }
    | { /** A page of HTML with status 200. */ readonly kind: 'html' }
    | { /** Status 200 and nothing else. */ readonly kind: 'empty' }
    | { /** Status 200 and half of the JSON. */ readonly kind: 'malformed' }
    | { /** No answer: the connection breaks. */ readonly kind: 'cut' }
    | { /** The answer, in ten pieces, `ms` apart. */ readonly kind: 'slow-body'; readonly ms: number }
    | { /** Always 202. */ readonly kind: 'pending' }
    | { /** TOO_MANY_REQUESTS. */ readonly kind: 'throttle' }
    | { /** Any code of Flinks', with its status. */ readonly kind: 'code'; readonly flinksCode: FlinksCode }
  );

/** The calls that a fault applies to. */
export interface FaultScope {
  /** Flinks' name of the endpoint, in any case; left out: all of them. */
  readonly endpoint?: string | undefined;
  /** How many calls; left out: every one. */
  readonly times?: number | undefined;
}

/** The side of the faults that the sandbox works with. */
export interface FaultPicker {
  take(endpoint: string | null): Fault | null;
}

function hits({ endpoint }: Fault, called: string | null): boolean {
  return endpoint === undefined || endpoint.toLowerCase() === called?.toLowerCase();
}

function check(fault: Fault, endpoints: readonly string[]): void {
  const result = v.safeParse(faultSchema, fault, { abortEarly: true });
  if (!result.success) throw new TypeError(describeIssue(result.issues[0], 'field', 'no fault was added'));
  const { endpoint } = fault;
  if (endpoint === undefined || endpoints.some((known) => known.toLowerCase() === endpoint.toLowerCase()))
    return;
  throw new RangeError(
    `The sandbox has no endpoint called "${endpoint}", so no fault was added. Choose one of ${endpoints.join(', ')}.`,
  );
}

const milliseconds = v.pipe(v.number('milliseconds from 0 up'), v.minValue(0, 'milliseconds from 0 up'));
const status = v.pipe(
  v.number('an HTTP status from 200 to 599'),
  v.integer('an HTTP status from 200 to 599'),
  v.minValue(200, 'an HTTP status from 200 to 599'),
  v.maxValue(599, 'an HTTP status from 200 to 599'),
);
const scope = {
  endpoint: v.optional(v.string('a text')),
  times: v.optional(
    v.pipe(
      v.number('a whole number from 0 up'),
      v.check(
        (times) => times === Infinity || (Number.isInteger(times) && times >= 0),
        'a whole number from 0 up',
      ),
    ),
  ),
};

const faultSchema = v.variant(
  'kind',
  [
    v.strictObject({
      ...scope,
      kind: v.picklist(['html', 'empty', 'malformed', 'cut', 'pending', 'throttle']),
    }),
    v.strictObject({ ...scope, kind: v.picklist(['latency', 'slow-body']), ms: milliseconds }),
    v.strictObject({ ...scope, kind: v.literal('status'), status }),
    v.strictObject({
      ...scope,
      kind: v.literal('code'),
      flinksCode: v.pipe(v.string('a Flinks code'), v.nonEmpty('a Flinks code')),
    }),
  ],
  'one of latency, status, html, empty, malformed, cut, slow-body, pending, throttle, code',
);
