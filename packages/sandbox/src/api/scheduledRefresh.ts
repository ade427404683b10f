import { getNightlyStatus } from '../bank/nightlyRefresh.ts';
import type { Answer } from '../state/json.ts';
import { answer, refuse, toFlinksTime } from './answer.ts';
import type { Call } from './readFields.ts';

/**
 * `PATCH /SetScheduledRefresh`: the answer is a bare JSON string. The reference gives `isActivated` the default false
 * (docs/flinks/api.md 2.9).
 */
export function changeScheduledRefresh({ state, fields }: Call): Answer {
  const loginId = fields.text('loginId') ?? '';
  const isActivated = fields.flag('isActivated') ?? false;
  const card = state.cards.get(loginId.toLowerCase());
  if (card === undefined) {
    return refuse(state.settings, 'INVALID_REQUEST', `The login '${loginId}' is invalid.`);
  }
  card.scheduledRefresh = isActivated;
  const word = isActivated ? 'activated' : 'deactivated';
  return { status: 200, body: `LoginId ${loginId} has now been ${word} for automatic refresh` };
}

/** `GET /GetNightlyRefreshStatus`: the cards that are switched on and cannot be refreshed (docs/flinks/api.md 2.10). */
export function getNightlyRefreshStatus({ state }: Call): Answer {
  const ineligible = [...state.cards.values()].flatMap((card) => {
    const status = getNightlyStatus(state, card);
    if (status === 'eligible') return [];
    return [
      {
        LoginId: card.loginId,
        LastRefreshDate: toFlinksTime(card.lastRefresh, card.loginId),
        LastRefreshState: status.state,
        LastRefreshErrorCode: status.flinksCode,
      },
    ];
  });
  // Flinks' sample shows an error's `Message` and `FlinksCode` beside status 200; what stands here otherwise is not known.
  return answer(200, { IneligibleCards: ineligible, Message: null, FlinksCode: null });
}
