import type { FlinksCode } from '@flinks-kit/core/wire';

/** Faults on demand: what networks, proxies and bad days do to Flinks' answers. */
export function createFaults(): Faults & FaultPicker {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    clear() {
      waiting = [];
    },
    take(endpoint) {
      const due = waiting.find(({ fault }) => fault.endpoint === undefined || fault.endpoint === endpoint);
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
  /** Adds a fault; the returned function takes it away again. The one added first comes first. */
  readonly add: (fault: Fault) => () => void;
  readonly clear: () => void;
}

/** One fault. */
export type Fault = FaultScope &
  (
    | { /** The answer comes, `ms` later. */ readonly kind: 'latency'; readonly ms: number }
    | { /** A bare status, as a proxy gives it. */ readonly kind: 'status'; readonly status: number }
    | { /** A page of HTML with status 200. */ readonly kind: 'html' }
    | { /** Status 200 and nothing else. */ readonly kind: 'empty' }
    | { /** Status 200 and half of the JSON. */ readonly kind: 'malformed' }
    | { /** No answer: the connection breaks. */ readonly kind: 'cut' }
    | { /** The answer, in ten pieces, `ms` apart. */ readonly kind: 'slow-body'; readonly ms: number }
    | { /** 202 for ever. */ readonly kind: 'pending' }
    | { /** TOO_MANY_REQUESTS. */ readonly kind: 'throttle' }
    | { /** Any code of Flinks', with its status. */ readonly kind: 'code'; readonly flinksCode: FlinksCode }
  );

/** Which calls a fault hits. */
export interface FaultScope {
  /** Flinks' name of the endpoint; left out: all of them. */
  readonly endpoint?: string | undefined;
  /** How many calls; left out: every one. */
  readonly times?: number | undefined;
}

/** The side of the faults that the sandbox asks. */
export interface FaultPicker {
  take(endpoint: string | null): Fault | null;
}
