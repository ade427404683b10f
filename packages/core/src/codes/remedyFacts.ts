import type { KnownFlinksCode } from '../wire/flinksCodes.ts';
import type { RemedyFacts, RemedySource } from './remedy.ts';

// The user can try the same again at once.
const tryAgain: RemedyFacts = { who: 'user', retry: 'now', action: 'try-again' };

// This attempt is over, another may begin.
const startOver: RemedyFacts = { who: 'user', retry: 'now', action: 'start-over' };

// Only the user can fix the saved connection.
const reconnect: RemedyFacts = { who: 'user', retry: 'now', action: 'reconnect' };

// Wrong input: the widget asks again, a refresh has to bring the person back.
const retype = { everywhere: tryAgain, authorize: reconnect, data: reconnect } as const;

// The bank is not there.
const bankLater: RemedyFacts = { who: 'bank', retry: 'later', action: 'wait' };

// It continues by itself.
const wait: RemedyFacts = { who: 'none', retry: 'later', action: 'wait' };

// Not a problem, or none that trying again would change.
const nothing: RemedyFacts = { who: 'none', retry: 'never', action: 'none' };

// A mistake in the integration: users only need to know that it is not theirs.
const forDevelopers: RemedyFacts = { who: 'developer', retry: 'never', action: 'contact-support' };

/**
 * What each code asks for (docs/flinks/connect.md 2, docs/flinks/api.md 3): first everywhere, then where a place differs. A
 * refresh has no user at the keyboard, so what the widget lets users retype needs a reconnect there.
 */
export const remedyFacts: Readonly<Record<KnownFlinksCode, CodeFacts>> = {
  INVALID_USERNAME: retype,
  INVALID_PASSWORD: retype,
  INVALID_LOGIN: retype,
  INVALID_SECURITY_RESPONSE: retype,
  INVALID_SECURITY_RESPONSE_NO_RETRY: { everywhere: startOver, authorize: reconnect, data: reconnect },
  SECURITYRESPONSES_INCOMPLETE: retype,
  QUESTION_NOT_FOUND: retype,
  UNKNOWN_CHALLENGE_KEY: { everywhere: startOver, authorize: reconnect, data: reconnect },
  RETRY_LATER: { everywhere: bankLater },
  BANK_MAINTENANCE_RETRY_LATER: { everywhere: bankLater },
  // Flinks documents both "finish steps at the bank" and "blocked by the bank", and of a data call "not authorized yet".
  UNAUTHORIZED: {
    everywhere: { who: 'user', retry: 'later', action: 'contact-bank' },
    authorize: { who: 'user', retry: 'later', action: 'reconnect' },
    data: { who: 'user', retry: 'now', action: 'reconnect' },
    token: forDevelopers,
  },
  NEW_ACCOUNT: { everywhere: { who: 'user', retry: 'later', action: 'go-to-bank' } },
  DISABLED_LOGIN: { everywhere: { who: 'user', retry: 'never', action: 'contact-bank' } },
  DISABLED_INSTITUTION: {
    everywhere: { who: 'flinks', retry: 'later', action: 'wait' },
    widget: { who: 'user', retry: 'later', action: 'choose-other-bank' },
  },
  AGGREGATION_ERROR: { everywhere: { who: 'flinks', retry: 'later', action: 'try-again' } },
  OPERATION_PENDING: { everywhere: wait },
  OPERATION_DISPATCHED: { everywhere: wait },
  CARD_IN_USE: { everywhere: wait },
  CONCURRENT_SESSION: { everywhere: wait },
  TOO_MANY_REQUESTS: { everywhere: wait },
  SESSION_NONEXISTENT: { everywhere: startOver, authorize: tryAgain, data: tryAgain },
  SESSION_EXPIRED: { everywhere: startOver, authorize: tryAgain, data: tryAgain },
  ALREADY_AUTHORIZED: { everywhere: nothing },
  NO_TRANSACTION: { everywhere: nothing },
  ACCESS_DENIED: { everywhere: forDevelopers },
  INVALID_REQUEST: { everywhere: forDevelopers },
  METHOD_NOT_AVAILABLE: { everywhere: forDevelopers },
  Document_Processing_Failed: { everywhere: { who: 'user', retry: 'now', action: 'upload-again' } },
};

/** What an unknown code asks for: it may pass. */
export const unknownCodeFacts: CodeFacts = {
  everywhere: { who: 'flinks', retry: 'later', action: 'try-again' },
  token: forDevelopers,
};

/** Facts everywhere, and where a place differs. */
export type CodeFacts = { readonly everywhere: RemedyFacts } & {
  readonly [Source in RemedySource]?: RemedyFacts;
};
