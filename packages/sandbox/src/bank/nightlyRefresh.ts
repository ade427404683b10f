import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Card } from '../state/card.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { recordRefresh } from './card.ts';
import { findOpenQuestions } from './questions.ts';
import { openSession } from './session.ts';

/**
 * One nightly refresh run: every card that is switched on and eligible is refreshed live without the user. The bank's
 * questions are answered with stored answers; without one the run ends with QUESTION_NOT_FOUND (docs/flinks/api.md 6.2,
 * 6.4, 6.7).
 */
export function refreshNightly(state: SandboxState): void {
  for (const card of [...state.cards.values()]) {
    if (!card.scheduledRefresh || getNightlyStatus(state, card) !== 'eligible') continue;
    const outcome = refresh(state, card);
    recordRefresh(state, card, outcome);
    if (outcome === null && state.settings.webhook !== null) openRefreshSession(state, card);
  }
}

/** Whether the nightly refresh reads a card, or why not. */
export function getNightlyStatus(state: SandboxState, card: Card): NightlyStatus {
  if (!card.scheduledRefresh) return 'eligible';
  const lastOutcome = card.faultCode ?? card.lastOutcome;
  if (lastOutcome !== null && !tolerated.has(lastOutcome)) {
    // The only state that any source shows; the state for other codes is not known.
    return {
      state: lastOutcome === 'QUESTION_NOT_FOUND' ? 'AnsweringSecurityChallenge' : null,
      flinksCode: lastOutcome,
    };
  }
  // Customers with webhooks need not call cached Authorize.
  const lastOpened = state.settings.webhook === null ? card.lastOpened : state.clock.now();
  const isStale = state.clock.now() - Math.min(card.lastRefresh, lastOpened) > week;
  return isStale ? { state: null, flinksCode: null } : 'eligible';
}

/** `eligible`, or why not. */
export type NightlyStatus =
  | 'eligible'
  | { readonly state: 'AnsweringSecurityChallenge' | null; readonly flinksCode: FlinksCode | null };

function refresh(state: SandboxState, card: Card): FlinksCode | null {
  if (card.testUser.refusal !== null) return card.testUser.refusal;
  return findOpenQuestions(state, card.testUser, card, 0) === null ? null : 'QUESTION_NOT_FOUND';
}

/**
 * Opens the session of a live refresh without the user, and with it the webhooks: data reaches a webhook customer by
 * webhook, so also that of a nightly refresh (docs/flinks/api.md 6.7).
 */
export function openRefreshSession(state: SandboxState, card: Card): void {
  const { institution, testUser, language } = card;
  const session = openSession(state, {
    institution,
    testUser,
    language,
    mode: 'live',
    card,
    tag: undefined,
    withMfaQuestions: false,
    save: true,
    scheduleRefresh: false,
  });
  state.on.liveRefresh(session);
}

// Codes that do not drop a login from nightly refresh (docs/flinks/api.md 6.2), the bank-maintenance code in every
// spelling (3.1). The server has a list of its own: what is checked must not be read from what checks it.
const tolerated: ReadonlySet<string> = new Set([
  'RETRY_LATER',
  'AGGREGATION_ERROR',
  'SESSION_EXPIRED',
  'DISABLED_INSTITUTION',
  'UNAUTHORIZED',
  'SESSION_NONEXISTENT',
  'BANK MAINTENANCE_RETRY_LATER',
  'BANK_MAINTENENACE_RETRY_LATER',
  'BANK_MAINTENANCE_RETRY_LATER',
]);

const week = 7 * 86_400_000;
