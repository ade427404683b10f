import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { LinkWindow } from '../store/records.ts';
import type { FlinksTiming } from '../common/timing.ts';

/**
 * Whether the bank was read between the opening of a session and its link, with some room for two clocks that
 * differ. Earlier is `stale`. Later proves nothing, since a refresh by anybody moves it: `untold`, as while Flinks
 * leaves `Login` out (docs/flinks/api.md 2.2).
 */
export function judgeFreshness(
  { skewMs }: Pick<FlinksTiming, 'skewMs'>,
  { sessionOpenedAt, linkedAt }: LinkWindow,
  { login }: Pick<FlinksAnswer, 'login'>,
): 'fresh' | 'stale' | 'untold' {
  const lastRefreshAt = login?.lastRefreshAt ?? null;
  if (lastRefreshAt === null || lastRefreshAt > linkedAt + skewMs) return 'untold';
  return lastRefreshAt >= sessionOpenedAt - skewMs ? 'fresh' : 'stale';
}
