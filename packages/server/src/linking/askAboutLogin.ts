import { waitAtMost } from '../common/concurrency.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { LinkIntent, SessionRecord } from '../store/records.ts';

/**
 * Asks Flinks about a login that a browser sent: whether it exists, and when the bank was read. What the browser
 * sends is not proof, since another user may have got hold of the LoginId.
 */
export async function askAboutLogin(
  context: ServerContext,
  { language }: Pick<SessionRecord, 'language'>,
  { login }: Pick<LinkIntent, 'login'>,
): Promise<LoginAnswer> {
  const call = context.flinks.authorize({ login, live: false, language });
  // The link must not hang on a slow bank, nor fail with it: the collection asks again.
  const isAnswered = await waitAtMost(context.clock, context.timing.linkWaitMs, call).catch(
    (cause: unknown) => {
      context.warn('Flinks could not confirm a new login; the connection stays unverified.', cause);
      return false;
    },
  );
  if (!isAnswered) {
    call.catch(() => undefined);
    return { isKnown: true, answer: null };
  }
  const answer = await call;
  const answered = answer.login?.id?.reveal().toLowerCase() ?? login.reveal();
  return { isKnown: !isUnknownLogin(answer) && answered === login.reveal(), answer };
}

/** What Flinks answered about a login. */
export interface LoginAnswer {
  /** `false` when Flinks does not know the login, or answered about another. */
  readonly isKnown: boolean;
  /** `null`: no answer in time. */
  readonly answer: FlinksAnswer | null;
}

// INVALID_LOGIN means "no such LoginId" and also "the bank refused the credentials"; the replay of a bank's refusal
// carries a RequestId, a LoginId that does not exist has none (docs/flinks/api.md 2.2, 3.1).
const isUnknownLogin = ({ kind, flinksCode, requestId }: FlinksAnswer): boolean =>
  kind === 'refused' && flinksCode === 'INVALID_LOGIN' && requestId === null;
