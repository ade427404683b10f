import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { FlinksTiming } from '../timing.ts';

/**
 * Whether the bank was read after the session was opened, with some room for two clocks that differ. `untold` while
 * Flinks leaves `Login` out, as it does after some MFA rounds (contract: api.md 2.2).
 */
export function judgeFreshness(
  { skewMs }: Pick<FlinksTiming, 'skewMs'>,
  sessionOpenedAt: number,
  { login }: Pick<FlinksAnswer, 'login'>,
): 'fresh' | 'stale' | 'untold' {
  if (login === null || login.lastRefresh === null) return 'untold';
  return login.lastRefresh >= sessionOpenedAt - skewMs ? 'fresh' : 'stale';
}
