import type { Challenge, TestUser } from '../state/testUser.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Card } from './card.ts';
import type { Institution } from './institution.ts';

/** One conversation with a bank: what a RequestId names. */
export interface BankSession {
  readonly requestId: string;
  readonly institution: Institution;
  readonly testUser: TestUser;
  readonly language: 'en' | 'fr';
  /** `cached`: opened from stored data; `live`: a visit to the bank. */
  readonly mode: 'cached' | 'live';
  readonly tag: string | undefined;
  readonly save: boolean;
  readonly scheduleRefresh: boolean;
  /** `WithMfaQuestions`: every question of a round is asked (docs/flinks/api.md 2.2). */
  readonly everyQuestion: boolean;
  state: SessionState;
  card: Card | null;
  /** The questions that wait for answers. */
  challenges: readonly Challenge[];
  /** How many rounds of questions are over. */
  round: number;
  touchedAt: number;
  /** When GetAccountsDetail was first called; the options of that call hold for its Async twin. */
  processingSince: number | null;
  detailRequest: DetailRequest;
  /** When the data was handed out; a RequestId is worth little afterwards. */
  deliveredAt: number | null;
}

/** Where a conversation stands. */
export type SessionState = 'awaiting-mfa' | 'authorized' | 'ended';

/** What GetAccountsDetail was asked for (docs/flinks/api.md 2.6). */
export interface DetailRequest {
  readonly withAccountIdentity: boolean;
  readonly withKyc: boolean;
  readonly withTransactions: boolean;
  readonly withBalance: boolean;
  readonly days: number;
  /** `null`: all of them. */
  readonly accountsFilter: readonly string[] | null;
}

/** What GetAccountsDetail gives when it is asked for nothing in particular. */
export const defaultDetailRequest: DetailRequest = {
  withAccountIdentity: true,
  withKyc: true,
  withTransactions: true,
  withBalance: true,
  days: 90,
  accountsFilter: null,
};

/** Opens a conversation. */
export function openSession(
  state: SandboxState,
  facts: Omit<
    BankSession,
    | 'requestId'
    | 'state'
    | 'challenges'
    | 'round'
    | 'touchedAt'
    | 'processingSince'
    | 'detailRequest'
    | 'deliveredAt'
  >,
): BankSession {
  const session: BankSession = {
    ...facts,
    requestId: state.random.guid(),
    state: 'authorized',
    challenges: [],
    round: 0,
    touchedAt: state.clock.now(),
    processingSince: null,
    detailRequest: defaultDetailRequest,
    deliveredAt: null,
  };
  state.sessions.set(session.requestId, session);
  return session;
}

/**
 * What a RequestId is worth now. Flinks' clocks (docs/flinks/api.md 6.5): eight idle minutes while it waits for
 * answers, eight to be used after a good login, thirty while data is being collected.
 */
export function getSessionStatus(state: SandboxState, session: BankSession): 'live' | 'expired' | 'gone' {
  const now = state.clock.now();
  if (session.state === 'ended') return 'gone';
  if (session.deliveredAt !== null) {
    const grace = state.settings.requestIdAfterDetail === 'consumed' ? 0 : idleLimitMs;
    return now - session.deliveredAt < grace ? 'live' : 'gone';
  }
  if (session.processingSince !== null) {
    return now - session.processingSince < processingLimitMs ? 'live' : 'expired';
  }
  return now - session.touchedAt < idleLimitMs ? 'live' : 'expired';
}

const idleLimitMs = 8 * 60_000;
const processingLimitMs = 30 * 60_000;
