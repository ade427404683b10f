import type { BankSession } from '../bank/session.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { summaryAccounts } from './accountBodies.ts';
import { type Answer, answer } from './answer.ts';
import { dataLinks } from './authorizeBodies.ts';
import type { Call } from './call.ts';
import { findDataSession } from './findDataSession.ts';
import { loginBody } from './loginBody.ts';

/** `POST /GetAccountsSummary` (docs/flinks/api.md 2.5). The Summary is there at once; Detail takes its time. */
export function getAccountsSummary({ state, fields }: Call): Answer {
  return giveSummary(state, fields.text('RequestId'));
}

/** `GET /GetAccountsSummaryAsync/{requestId}`: the same payload (docs/flinks/api.md 2.7). */
export function getAccountsSummaryAsync({ state, id }: Call): Answer {
  return giveSummary(state, id);
}

/** The whole body of a Summary. */
export function summaryBody(state: SandboxState, session: BankSession): Readonly<Record<string, unknown>> {
  const { institution } = session;
  return {
    Accounts: summaryAccounts(state, session),
    Links: dataLinks(state, ['AccountsDetail', 'Statements']),
    Tag: session.tag,
    InstitutionName: institution.name,
    Login: state.settings.shape === 'docs' ? loginBody(session.card) : undefined,
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  };
}

function giveSummary(state: SandboxState, requestId: string | undefined): Answer {
  const found = findDataSession(state, requestId);
  if ('status' in found) return found;
  if (found.card !== null) found.card.dataWasRead = true;
  return answer(200, summaryBody(state, found));
}
