import { useSandboxControls } from './useSandboxControls.ts';

/**
 * Milliseconds since the epoch at the sandbox, whose clock a developer may have sent ahead: what "nine days old" is
 * counted by. `undefined`, and so the page's own clock, until the sandbox told.
 */
export function useSandboxNow(): number | undefined {
  const { data } = useSandboxControls({ watching: false });
  return data === undefined ? undefined : Date.parse(data.now);
}
