import type { Fault } from '@flinks-kit/sandbox';

/** The faults that the panel offers: each call takes five seconds, or every Authorize fails with a code of Flinks'. */
export const faultPresets = [
  { name: 'slow', fault: { kind: 'latency', ms: 5000 } },
  { name: 'outage', fault: failingAuthorize('RETRY_LATER') },
  { name: 'password-changed', fault: failingAuthorize('INVALID_PASSWORD') },
  { name: 'needs-user', fault: failingAuthorize('QUESTION_NOT_FOUND') },
  { name: 'blocked', fault: failingAuthorize('DISABLED_LOGIN') },
] as const satisfies readonly { readonly name: string; readonly fault: Fault }[];

/** The name of one of `faultPresets`. */
type FaultPreset = (typeof faultPresets)[number]['name'];

/** The preset that the sandbox's faults are; `null` for none. */
export function findPreset([first]: readonly Fault[]): FaultPreset | null {
  if (first === undefined) return null;
  return faultPresets.find(({ fault }) => isSame(fault, first))?.name ?? null;
}

function isSame(one: Fault, other: Fault): boolean {
  if (one.kind === 'code' && other.kind === 'code') return one.flinksCode === other.flinksCode;
  return one.kind === other.kind;
}

function failingAuthorize(
  flinksCode: 'RETRY_LATER' | 'INVALID_PASSWORD' | 'QUESTION_NOT_FOUND' | 'DISABLED_LOGIN',
) {
  return { kind: 'code', flinksCode, endpoint: 'Authorize' } as const;
}
