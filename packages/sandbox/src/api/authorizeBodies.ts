import { promptOf } from '../bank/judgeAnswers.ts';
import type { AuthorizeOutcome } from '../bank/signIn.ts';
import type { BankSession } from '../bank/session.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { type Answer, answer, messageOf, refuse, statusOf } from './answer.ts';
import { loginBody } from './loginBody.ts';

/** A 200 of Authorize, keys in the order seen on the wire (docs/flinks/api.md 2.2). */
export function authorizedBody(state: SandboxState, session: BankSession): Answer {
  const { settings } = state;
  const { card, institution } = session;
  // A round of questions that a cached call began ends without `Login`: captured, and kept as the default.
  const silent = session.mode === 'cached' && session.round > 0 && settings.shape === 'captured';
  return answer(200, {
    Links: dataLinks(state, ['AccountsDetail', 'AccountsSummary', 'Statements']),
    Tag: session.tag,
    InstitutionName: institution.name,
    Login: silent ? undefined : loginBody(card, { onAuthorize: true }),
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  });
}

/** A 203 of Authorize: the bank asks. Each prompt is the key of its answer (docs/flinks/api.md 2.2). */
export function challengedBody(session: BankSession): Answer {
  const { institution, language } = session;
  return answer(203, {
    Links: [reauthorizeLink],
    Tag: session.tag,
    SecurityChallenges: session.challenges.map((challenge) => ({
      Type: challenge.type,
      Prompt: promptOf(challenge, language),
      Iterables: challenge.iterables,
    })),
    InstitutionName: institution.name,
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  });
}

/** A refusal of Authorize: Flinks' plain body, or the longer one when a conversation is open (docs/flinks/api.md 3). */
export function refusedBody(
  { settings }: SandboxState,
  { flinksCode, session, why }: AuthorizeOutcome & { kind: 'refused' },
  requestId: string | undefined,
): Answer {
  if (session !== null && why === 'visit') {
    return answer(statusOf(flinksCode, settings), {
      Links: [reauthorizeLink],
      Message: messageOf(flinksCode),
      FlinksCode: flinksCode,
      Institution: session.institution.name,
      RequestId: session.requestId,
    });
  }
  if (flinksCode === 'SESSION_NONEXISTENT' && requestId !== undefined) {
    return refuse(settings, flinksCode, `RequestId ${requestId} is invalid or session has ended`);
  }
  if (flinksCode !== 'INVALID_LOGIN') return refuse(settings, flinksCode);
  if (why === 'login-id') return refuse(settings, flinksCode, unknownLoginId);
  // SDK tests saw 401 for a wrong password and 400 for an unknown LoginId (docs/flinks/api.md 9.4).
  const status = settings.statusDialect === 'help' ? 400 : 401;
  return answer(status, { Message: messageOf(flinksCode), FlinksCode: flinksCode });
}

/** Links as Flinks prints them, less those of endpoints that the instance does not have. */
export function dataLinks({ settings }: SandboxState, names: readonly string[]): readonly Link[] {
  return names
    .filter((name) => !settings.without.includes(`Get${name}`))
    .map((name) => ({ rel: name, href: `/Get${name}`, example: null }));
}

/** One link of Flinks' answers; `href` begins after `/BankingServices`. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly example: string | null;
}

/** Flinks' sentence for a LoginId that it does not know (docs/flinks/api.md 3.1). */
export const unknownLoginId = 'The LoginId provided is either invalid or does not belong to the CustomerId';

const reauthorizeLink: Link = { rel: 'Authorization', href: '/Authorize', example: null };
