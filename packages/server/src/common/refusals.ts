import { FlinksKitError } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';

/** Every refusal of the server: a stable code, the HTTP status, and a sentence about what to do. */
const refusals = {
  'request-invalid': [400, 'The request does not have the documented form, so nothing was done.'],
  'session-required': [
    400,
    'A link needs the session it came from. Open one with POST /sessions and send its sessionId along.',
  ],
  'not-signed-in': [401, 'No user is signed in, so there is nothing to show. Sign in and try again.'],
  'origin-refused': [
    403,
    'The request did not prove that it comes from a page of this site, so it was not carried out. Send it from such a page, or name the page’s origin in allowedOrigins.',
  ],
  'tag-mismatch': [403, 'The link does not belong to this session. Open the bank connection again.'],
  'login-not-fresh': [
    403,
    'This bank sign-in is older than the session, so it may be another user’s. Open the bank connection again and sign in at the bank.',
  ],
  'login-unconfirmed': [
    409,
    'It is not confirmed that this bank sign-in is yours, so its accounts are not shown. Sign in at your bank once more to confirm that it is you.',
  ],
  'too-many-links': [
    429,
    'This bank sign-in was tried too often in 24 hours without being confirmed. Try again tomorrow.',
  ],
  'login-shared': [
    403,
    'This bank sign-in is already connected by another user, and this app allows only one. The other connection must be deleted first.',
  ],
  'not-found': [404, 'There is nothing at this address. Check the path and the endpoint option.'],
  'feature-off': [404, 'This is switched off on this server, so there is nothing at this address.'],
  'session-not-found': [404, 'There is no such session for this user. Open the bank connection again.'],
  'connection-not-found': [404, 'There is no such connection for this user. It may have been deleted.'],
  'account-not-found': [
    404,
    'There is no such account in this connection, or it is not shared. Choose one of the listed accounts.',
  ],
  'method-not-allowed': [405, 'This address does not answer to this method.'],
  'session-taken': [
    409,
    'This session was already used for another bank sign-in. Open the bank connection again.',
  ],
  'login-mismatch': [
    409,
    'The bank sign-in is not the one of this connection, so nothing was replaced. Sign in with the same credentials, or add a new connection.',
  ],
  'selection-empty': [
    409,
    'No account was chosen, so the earlier choice was kept. Choose at least one account.',
  ],
  'needs-user': [
    409,
    'The bank requires the account holder before it sends data. Reconnect, and answer the bank’s questions.',
  ],
  'navigation-required': [
    403,
    'This address is where a bank sends a user’s browser, and no browser navigated to it, so nothing was done. Continue from the bank’s page.',
  ],
  'return-refused': [
    403,
    'This return from the bank was used before, is too old, or belongs to another user. Open the bank connection again.',
  ],
  'signature-invalid': [
    401,
    'The webhook is not signed with a secret of this server, so it was ignored. Check webhook.secrets against the secret of the Flinks instance: "npx flinks-kit doctor" sends a delivery signed by it.',
  ],
  'connection-unverified': [
    409,
    'Flinks has not confirmed yet that this sign-in is fresh, so no payment instruction is given. Try again in a moment.',
  ],
  'details-pending': [409, 'The account’s details are still being collected. Try again in a moment.'],
  'nightly-refresh-off': [
    409,
    'This app does not offer the nightly refresh, so it was not switched on. Refresh the connection instead; a developer switches it on by nightlyRefresh: true in createFlinksServer.',
  ],
  'data-too-old': [
    409,
    'The account was last read longer ago than maxAgeMs allows, so no payment instruction is given. Refresh the connection first.',
  ],
  'account-not-eligible': [
    409,
    'The account cannot be used for EFT, going by its details. Choose another account.',
  ],
  'session-expired': [
    410,
    'The session is too old to be linked, so nothing was stored. Open the bank connection again.',
  ],
  'body-too-large': [413, 'The request is larger than this address takes, so it was not read.'],
  'json-required': [415, 'This address takes JSON only. Send it with content-type: application/json.'],
  'login-unknown': [422, 'Flinks does not know this bank sign-in. Open the bank connection again.'],
  'too-many-requests': [429, 'There were too many requests in a short time. Wait a minute and try again.'],
  internal: [500, 'Something went wrong on the server, and it was noted there. Try again in a moment.'],
  'flinks-failed': [502, 'Flinks could not be asked, so nothing was changed. Try again in a moment.'],
  unavailable: [503, 'The bank or Flinks cannot be reached at the moment. Nothing is lost: try again later.'],
} as const satisfies Record<string, readonly [number, string]>;

/** The codes of the server's refusals. Stable: programs may branch on them. */
export type RefusalCode = keyof typeof refusals;

const retried: ReadonlySet<RefusalCode> = new Set([
  'connection-unverified',
  'details-pending',
  'too-many-requests',
  'internal',
  'flinks-failed',
  'unavailable',
]);

/** The error of a refusal. What `forUser` throws, and what the routes answer as a problem. */
export function refusal(code: RefusalCode, more: RefusalDetails = {}): FlinksKitError {
  const [status, sentence] = refusals[code];
  const message = more.note === undefined ? sentence : `${sentence} ${more.note}`;
  return new FlinksKitError(message, {
    code,
    status,
    retry: retried.has(code),
    flinksCode: more.flinksCode,
    cause: more.cause,
  });
}

/** Whether a stored text is one of the codes. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

/** What a refusal may add to its sentence. Never a value from a request. */
export interface RefusalDetails {
  readonly note?: string | undefined;
  readonly flinksCode?: FlinksCode | null | undefined;
  readonly cause?: unknown;
}
