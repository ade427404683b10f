import type { BankSession } from '../bank/session.ts';
import type { World } from '../state/sandboxState.ts';
import { summaryAccounts } from './accountBodies.ts';
import { type Answer, answer } from './answer.ts';
import { dataLinks } from './authorizeBodies.ts';
import type { Call } from './call.ts';
import { findDataSession } from './findDataSession.ts';
import { loginBody } from './loginBody.ts';

/** `POST /GetAccountsSummary` (docs/flinks/api.md 2.5). The Summary is there at once; Detail takes its time. */
export function getAccountsSummary({ world, fields }: Call): Answer {
  return giveSummary(world, fields.text('RequestId'));
}

/** `GET /GetAccountsSummaryAsync/{requestId}`: the same payload (docs/flinks/api.md 2.7). */
export function getAccountsSummaryAsync({ world, id }: Call): Answer {
  return giveSummary(world, id);
}

/** The whole body of a Summary. */
export function summaryBody(world: World, session: BankSession): Readonly<Record<string, unknown>> {
  const { institution } = session;
  return {
    Accounts: summaryAccounts(world, session),
    Links: dataLinks(world, ['AccountsDetail', 'Statements']),
    Tag: session.tag,
    InstitutionName: institution.name,
    Login: world.settings.shape === 'docs' ? loginBody(session.card) : undefined,
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  };
}

function giveSummary(world: World, requestId: string | undefined): Answer {
  const found = findDataSession(world, requestId);
  if ('status' in found) return found;
  if (found.card !== null) found.card.dataWasRead = true;
  return answer(200, summaryBody(world, found));
}
