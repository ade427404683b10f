import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { LinkIntent, SessionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { waitAtMost } from '../concurrency/waitAtMost.ts';
import { judgeFreshness } from '../connections/judgeFreshness.ts';

/**
 * Asks Flinks about a login that a browser sent: whether it exists, and whether the bank was read after the session
 * was opened. A browser's word is not enough, since whoever got hold of somebody's old LoginId could send it too.
 */
export async function verifyLogin(
  context: ServerContext,
  session: SessionRecord,
  { login }: LinkIntent,
): Promise<LoginVerdict> {
  const asked = context.flinks.authorize({ login, live: false, language: session.language });
  // The link must not hang on a slow bank, nor fail with it: the collection asks again.
  const answered = await waitAtMost(context.clock, context.timing.linkWaitMs, asked).catch(
    (cause: unknown) => {
      context.warn('Flinks could not confirm a new login; the connection stays provisional.', cause);
      return false;
    },
  );
  if (!answered) {
    asked.catch(() => undefined);
    return { status: 'untold', answer: null };
  }
  const answer = await asked;
  if (isUnknownLogin(answer)) return { status: 'unknown', answer };
  const told = answer.login?.id;
  if (told !== undefined && told !== null && told.reveal().toLowerCase() !== login.reveal()) {
    return { status: 'unknown', answer };
  }
  const window = { sessionOpenedAt: session.createdAt, linkedAt: context.clock.now() };
  return { status: judgeFreshness(context.timing, window, answer), answer };
}

/** What Flinks' answer says about a login. `untold`: not yet. */
export type LoginVerdict =
  | { readonly status: 'fresh' | 'stale'; readonly answer: FlinksAnswer }
  | { readonly status: 'unknown'; readonly answer: FlinksAnswer }
  | { readonly status: 'untold'; readonly answer: FlinksAnswer | null };

// INVALID_LOGIN means "no such LoginId" and also "the bank refused the credentials"; the replay of a bank's refusal
// carries a RequestId, a LoginId that does not exist has none (docs/flinks/api.md 2.2, 3.1).
const isUnknownLogin = ({ kind, flinksCode, requestId }: FlinksAnswer): boolean =>
  kind === 'refused' && flinksCode === 'INVALID_LOGIN' && requestId === null;
