import { type SandboxChange, type FaultPreset, faultPresets } from '../src/developer/SandboxControls.ts';

/** Parses a request of the developer panel; `null` if any field is invalid. */
export function parseSandboxChange(body: unknown): SandboxChange | null {
  if (typeof body !== 'object' || body === null) return null;
  const given = new Map<string, unknown>(Object.entries(body));
  const speed = given.get('speed');
  const aheadMs = given.get('aheadMs');
  const faultPreset = given.get('faultPreset');
  if (speed !== undefined && !isBetween(speed, 1, fastest)) return null;
  if (aheadMs !== undefined && !isBetween(aheadMs, 0, furthestMs)) return null;
  if (faultPreset !== undefined && !isFaultPreset(faultPreset)) return null;
  return { speed, aheadMs, faultPreset };
}

function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}

function isFaultPreset(value: unknown): value is FaultPreset {
  return faultPresets.some((known) => known === value);
}

const fastest = 600;
const furthestMs = 31 * 86_400_000;
