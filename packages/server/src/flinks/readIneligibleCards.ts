import { isRecord } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import { Sealed } from '../crypto/Sealed.ts';
import { parseFlinksInstant } from './parseFlinksInstant.ts';
import { textOf } from './readValue.ts';

/**
 * Reads GetNightlyRefreshStatus: the logins that are switched on and that Flinks can't refresh tonight. `null` when
 * the body has no such list. A code beside the list means nothing: Flinks' own sample has one (docs/flinks/api.md 2.10).
 */
export function readIneligibleCards(body: unknown): readonly IneligibleCard[] | null {
  const cards = isRecord(body) ? body['IneligibleCards'] : undefined;
  if (!Array.isArray(cards)) return null;
  return cards.flatMap((card: unknown) => {
    const loginId = isRecord(card) ? textOf(card['LoginId']) : null;
    if (!isRecord(card) || loginId === null) return [];
    return [
      {
        login: new Sealed(loginId.toLowerCase()),
        lastRefreshAt: parseFlinksInstant(card['LastRefreshDate']),
        asksPerson: textOf(card['LastRefreshState']) === 'AnsweringSecurityChallenge',
        flinksCode: textOf(card['LastRefreshErrorCode']),
      },
    ];
  });
}

/** One login that the nightly refresh leaves out. */
export interface IneligibleCard {
  readonly login: Sealed;
  /** Milliseconds since the epoch; `null` for never or not reported. */
  readonly lastRefreshAt: number | null;
  /** Whether the bank asked a security question, which no user was there to answer. */
  readonly asksPerson: boolean;
  readonly flinksCode: FlinksCode | null;
}
