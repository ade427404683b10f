import type { BankSession } from '../state/bankSession.ts';
import type { Answer } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { summaryAccounts } from './accountBodies.ts';
import { answer, dataLinks, loginBody } from './answer.ts';
import { findDataSession } from './findDataSession.ts';
import type { Call } from './readFields.ts';

/** `POST /GetAccountsSummary` (docs/flinks/api.md 2.5). The Summary is there at once; Detail takes its time. */
export function getAccountsSummary({ state, fields }: Call): Answer {
  return giveSummary(state, fields.text('RequestId'));
}

/** `GET /GetAccountsSummaryAsync/{requestId}`: the same payload (docs/flinks/api.md 2.7). */
export function getAccountsSummaryAsync({ state, id }: Call): Answer {
  return giveSummary(state, id);
}

/** The whole body of a Summary. */
function summaryBody(state: SandboxState, session: BankSession): Readonly<Record<string, unknown>> {
  const { institution } = session;
  return {
    Accounts: summaryAccounts(state, session),
    Links: dataLinks(state.settings, ['AccountsDetail', 'Statements']),
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
