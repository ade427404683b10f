import type { FlinksCode } from '@flinks-kit/core/wire';
import type { SandboxState } from '../state/sandboxState.ts';
import { type Card, recordRefresh } from './card.ts';

/**
 * One night: every card that is switched on and eligible is read again, with nobody there to answer. A question of
 * the bank ends it with QUESTION_NOT_FOUND (docs/flinks/api.md 6.2, 6.4).
 */
export function refreshNightly(state: SandboxState): void {
  for (const card of state.cards.values()) {
    if (!card.scheduledRefresh || getNightlyStatus(state, card) !== 'eligible') continue;
    recordRefresh(state, card, outcomeOf(card));
  }
}

/** Whether a card can be refreshed at night, or what keeps it from it. */
export function getNightlyStatus(state: SandboxState, card: Card): NightlyStatus {
  if (!card.scheduledRefresh) return 'eligible';
  const { lastOutcome } = card;
  if (lastOutcome !== null && !tolerated.has(lastOutcome)) {
    // The only state that any source shows; what stands here for other codes is not known.
    return {
      state: lastOutcome === 'QUESTION_NOT_FOUND' ? 'AnsweringSecurityChallenge' : null,
      flinksCode: lastOutcome,
    };
  }
  // Customers with webhooks need not open it.
  const lastOpened = state.settings.webhook === null ? card.lastOpened : state.clock.now();
  const isStale = state.clock.now() - Math.min(card.lastRefresh, lastOpened) > week;
  return isStale ? { state: null, flinksCode: null } : 'eligible';
}

/** `eligible`, or why not. */
export type NightlyStatus =
  | 'eligible'
  | { readonly state: 'AnsweringSecurityChallenge' | null; readonly flinksCode: FlinksCode | null };

function outcomeOf({ testUser }: Card): FlinksCode | null {
  if (testUser.refusal !== null) return testUser.refusal;
  return testUser.challenges.length > 0 ? 'QUESTION_NOT_FOUND' : null;
}

// Codes that do not drop a login from nightly refresh (docs/flinks/api.md 6.2). The server has a list of its own: what
// is checked must not be read from what checks it. The sandbox only ever says the first of the three spellings.
const tolerated: ReadonlySet<string> = new Set([
  'RETRY_LATER',
  'AGGREGATION_ERROR',
  'SESSION_EXPIRED',
  'DISABLED_INSTITUTION',
  'UNAUTHORIZED',
  'SESSION_NONEXISTENT',
  'BANK_MAINTENANCE_RETRY_LATER',
]);

const week = 7 * 86_400_000;
