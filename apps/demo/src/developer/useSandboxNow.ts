import { useSandbox } from './useSandbox.ts';

/**
 * The sandbox's time in milliseconds since the epoch while its clock is ahead of the page's (the developer panel can
 * advance it), so that ages are counted by it. Otherwise `undefined`, which means the page's own clock.
 */
export function useSandboxNow(): number | undefined {
  const { data, dataUpdatedAt } = useSandbox('clock', { watching: false });
  if (data === undefined) return undefined;
  const now = Date.parse(data.now);
  return now - dataUpdatedAt > 10_000 ? now : undefined;
}
