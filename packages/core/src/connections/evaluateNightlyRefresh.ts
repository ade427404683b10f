import { isMaintenanceCode } from '../wire/flinksCodes.ts';
import type { Connection } from './connection.ts';

/**
 * Whether Flinks will refresh a connection tonight: each of its four conditions, by itself (docs/flinks/api.md 6.2).
 * Flinks no longer actively supports the nightly refresh; it advises a refresh button that the user presses.
 */
export function evaluateNightlyRefresh(
  connection: Connection,
  known: NightlyRefreshKnowledge,
): readonly NightlyRefreshCondition[] {
  const { nightlyRefresh, lastRefreshAt, health } = connection;
  return [
    {
      condition: 'switched-on',
      holds: nightlyRefresh ?? 'unknown',
      why: nightlyRefresh === null ? 'Flinks has not reported it yet.' : 'As Flinks last reported it.',
    },
    {
      condition: 'refreshed-within-seven-days',
      holds: lastRefreshAt === null ? 'unknown' : isRecent(Date.parse(lastRefreshAt), known.now),
      why: lastRefreshAt === null ? 'No refresh is known.' : `The last refresh was at ${lastRefreshAt}.`,
    },
    readWithinSevenDays(known),
    {
      condition: 'last-authorize-tolerated',
      holds: health.flinksCode === null || isTolerated(health.flinksCode),
      why:
        health.flinksCode === null
          ? 'The last Authorize had no error.'
          : `The last Authorize ended in ${health.flinksCode}.`,
    },
  ];
}

/** Facts that are not part of a connection. */
export interface NightlyRefreshKnowledge {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** When the last call without a live refresh was made for this login; left out for "not known". */
  readonly lastCachedCall?: number | undefined;
  /** Whether the instance sends webhooks: then no cached call is needed. */
  readonly webhooks?: boolean | undefined;
}

/** One condition of Flinks'. All four must hold. */
export interface NightlyRefreshCondition {
  readonly condition:
    | 'switched-on'
    | 'refreshed-within-seven-days'
    | 'read-within-seven-days'
    | 'last-authorize-tolerated';
  readonly holds: boolean | 'unknown';
  readonly why: string;
}

function readWithinSevenDays({
  now,
  lastCachedCall,
  webhooks,
}: NightlyRefreshKnowledge): NightlyRefreshCondition {
  const condition = 'read-within-seven-days';
  if (webhooks === true) return { condition, holds: true, why: 'Webhook customers need no cached call.' };
  if (lastCachedCall === undefined) return { condition, holds: 'unknown', why: 'No cached call is known.' };
  const at = new Date(lastCachedCall).toISOString();
  return { condition, holds: isRecent(lastCachedCall, now), why: `The last cached call was at ${at}.` };
}

const isRecent = (at: number, now: number): boolean => now - at < 7 * 24 * 60 * 60_000;

/** The errors after which Flinks tries again at the next nightly refresh (docs/flinks/api.md 6.2). */
const tolerated: ReadonlySet<string> = new Set([
  'RETRY_LATER',
  'AGGREGATION_ERROR',
  'SESSION_EXPIRED',
  'DISABLED_INSTITUTION',
  'UNAUTHORIZED',
  'SESSION_NONEXISTENT',
]);

const isTolerated = (code: string): boolean => tolerated.has(code) || isMaintenanceCode(code);
