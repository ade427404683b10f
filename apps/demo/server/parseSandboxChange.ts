import { type SandboxChange, type Weather, weathers } from '../src/developer/SandboxControls.ts';

/** Reads what the drawer asks for; `null` when any part of it is not what the drawer offers. */
export function readChange(body: unknown): SandboxChange | null {
  if (typeof body !== 'object' || body === null) return null;
  const given = new Map<string, unknown>(Object.entries(body));
  const speed = given.get('speed');
  const aheadMs = given.get('aheadMs');
  const weather = given.get('weather');
  if (speed !== undefined && !isBetween(speed, 1, fastest)) return null;
  if (aheadMs !== undefined && !isBetween(aheadMs, 0, furthestMs)) return null;
  if (weather !== undefined && !isWeather(weather)) return null;
  return { speed, aheadMs, weather };
}

function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}

function isWeather(value: unknown): value is Weather {
  return weathers.some((known) => known === value);
}

const fastest = 600;
const furthestMs = 31 * 86_400_000;
