import { useSandboxControls } from './useSandboxControls.ts';

/**
 * Milliseconds since the epoch at the sandbox while its clock is ahead of the page's: a developer may have sent it
 * there, and "nine days old" is counted by it. `undefined`, and so the page's own clock, otherwise.
 */
export function useSandboxNow(): number | undefined {
  const { data, dataUpdatedAt } = useSandboxControls({ watching: false });
  if (data === undefined) return undefined;
  const now = Date.parse(data.now);
  return now - dataUpdatedAt > 10_000 ? now : undefined;
}
