import { wait } from '../state/wait.ts';
import { isCollecting } from '../bank/card.ts';
import { type BankSession, type DetailRequest, wholeDetail } from '../bank/session.ts';
import type { World } from '../state/sandboxState.ts';
import { detailAccounts } from './accountBodies.ts';
import { type Answer, answer, refuse } from './answer.ts';
import type { Call } from './call.ts';
import { findDataSession } from './findDataSession.ts';
import { loginBody } from './loginBody.ts';
import { pendingBody } from './pendingBody.ts';
import type { Fields } from './readFields.ts';

/** `POST /GetAccountsDetail`: 202 until the data of the last visit is collected (docs/flinks/api.md 2.6). */
export async function getAccountsDetail({ world, fields, signal }: Call): Promise<Answer> {
  const session = findDataSession(world, fields.text('RequestId'));
  if ('status' in session) return session;
  session.detailRequest = readDetailRequest(fields);
  session.processingSince ??= world.clock.now();

  const { heldMs } = session.person.detail;
  await wait(world.clock, Math.min(heldMs, syncLimitMs), signal);
  if (heldMs > syncLimitMs) return pendingBody(session.requestId, 'OPERATION_DISPATCHED');
  return giveDetail(world, session);
}

/** `GET /GetAccountsDetailAsync/{requestId}`: the poll, and the same payload in the end (docs/flinks/api.md 2.7). */
export function getAccountsDetailAsync({ world, id }: Call): Answer {
  const session = findDataSession(world, id);
  if ('status' in session) return session;
  session.processingSince ??= world.clock.now();
  return giveDetail(world, session);
}

/** The whole body of a Detail: no `Links` in it (docs/flinks/api.md 2.6). */
export function detailBody(world: World, session: BankSession): Readonly<Record<string, unknown>> {
  const { institution } = session;
  return {
    Accounts: detailAccounts(world, session),
    Tag: session.tag,
    InstitutionName: institution.name,
    Login: loginBody(session.card),
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  };
}

function giveDetail(world: World, session: BankSession): Answer {
  const { card, person } = session;
  if (card !== null && isCollecting(world, card)) {
    card.pendingPolls -= 1;
    return pendingBody(session.requestId, person.detail.pendingCode);
  }
  if (person.detail.failure !== null) return refuse(world.settings, person.detail.failure);
  if (card !== null) card.dataWasRead = true;
  session.deliveredAt ??= world.clock.now();
  return answer(200, detailBody(world, session));
}

function readDetailRequest(fields: Fields): DetailRequest {
  return {
    withAccountIdentity: fields.flag('WithAccountIdentity') ?? wholeDetail.withAccountIdentity,
    withKyc: fields.flag('WithKYC') ?? wholeDetail.withKyc,
    withTransactions: fields.flag('WithTransactions') ?? wholeDetail.withTransactions,
    withBalance: fields.flag('WithBalance') ?? wholeDetail.withBalance,
    days: fields.text('DaysOfTransactions') === 'Days365' ? 365 : wholeDetail.days,
    accountsFilter: readFilter(fields),
  };
}

// An empty filter filters nothing, as far as anybody has seen.
function readFilter(fields: Fields): readonly string[] | null {
  const ids = fields.texts('AccountsFilter') ?? [];
  return ids.length === 0 ? null : ids.map((id) => id.toLowerCase());
}

// How long Flinks holds a synchronous call before it goes on in the background (docs/flinks/api.md 6.5).
const syncLimitMs = 210_000;
