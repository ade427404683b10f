import type { KnownFlinksCode } from '@flinks-kit/core/wire';
import { type Scenario, scenarios } from '@flinks-kit/sandbox';

/** How to meet a code of Flinks in the sandbox: by a scenario that plays it, else by a fault of that name. */
export function meetCode(code: KnownFlinksCode): MetCode {
  const name = byAnotherName[code] ?? code.toLowerCase().replaceAll('_', '-');
  const scenario = scenarios.find((known) => known.name === name) ?? null;
  return { scenario, fault: `sandbox.faults.add({ kind: 'code', flinksCode: '${code}' })` };
}

/** A way to a code. */
export interface MetCode {
  readonly scenario: Scenario | null;
  /** A line for a test, which gives the code at any endpoint. */
  readonly fault: string;
}

// Scenarios that are called after what people see, and meet this code on their way.
const byAnotherName: { readonly [Code in KnownFlinksCode]?: string } = {
  OPERATION_PENDING: 'slow-bank',
};
