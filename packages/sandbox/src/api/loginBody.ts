import type { Card } from '../bank/card.ts';

/**
 * `Login` of an answer; `null` when nothing was saved. On Authorize its `Type` is told only once Summary or
 * Detail have run for the card (docs/flinks/api.md 2.2).
 */
export function loginBody(card: Card | null, { onAuthorize = false } = {}): LoginBody | null {
  if (card === null) return null;
  return {
    Username: card.testUser.username,
    IsScheduledRefresh: card.scheduledRefresh,
    LastRefresh: toFlinksTime(card.lastRefresh, card.loginId),
    Type: onAuthorize && !card.dataWasRead ? null : card.testUser.loginType,
    Id: card.loginId,
  };
}

/** Flinks' `Login` (docs/flinks/api.md 2.2). */
export interface LoginBody {
  readonly Username: string;
  readonly IsScheduledRefresh: boolean;
  /** UTC without a zone, with seven fractional digits: append `Z` before parsing. */
  readonly LastRefresh: string;
  readonly Type: 'Personal' | 'Business' | null;
  readonly Id: string;
}

/** `2025-10-30T04:04:31.0777383`. The digits below a millisecond come from the id: always the same, never before. */
export function toFlinksTime(milliseconds: number, id: string): string {
  const belowMillisecond = (Number.parseInt(id.slice(0, 6), 16) % 9999) + 1;
  return new Date(milliseconds).toISOString().slice(0, -1) + String(belowMillisecond).padStart(4, '0');
}
