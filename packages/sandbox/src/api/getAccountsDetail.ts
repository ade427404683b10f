import { isCollecting } from '../bank/card.ts';
import { type BankSession, defaultDetailRequest, type DetailRequest } from '../state/bankSession.ts';
import type { Answer } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { wait } from '../state/wait.ts';
import { detailAccounts } from './accountBodies.ts';
import { answer, loginBody, pending, refuse } from './answer.ts';
import { findDataSession } from './findDataSession.ts';
import type { Call, Fields } from './readFields.ts';

/** `POST /GetAccountsDetail`: 202 until the data of the last live refresh is collected (docs/flinks/api.md 2.6). */
export async function getAccountsDetail({ state, fields, signal }: Call): Promise<Answer> {
  const session = findDataSession(state, fields.text('RequestId'));
  if ('status' in session) return session;
  session.detailRequest = readDetailRequest(fields);
  session.processingSince ??= state.clock.now();

  const { heldMs } = session.testUser.detail;
  if (heldMs > 0) return holdCall(state, session, heldMs, signal);
  return giveDetail(state, session);
}

/** `GET /GetAccountsDetailAsync/{requestId}`: the poll, and the same payload in the end (docs/flinks/api.md 2.7). */
export function getAccountsDetailAsync({ state, id }: Call): Answer {
  const session = findDataSession(state, id);
  if ('status' in session) return session;
  session.processingSince ??= state.clock.now();
  return giveDetail(state, session);
}

/** The whole body of a Detail: no `Links` in it (docs/flinks/api.md 2.6). */
export function detailBody(state: SandboxState, session: BankSession): Readonly<Record<string, unknown>> {
  const { institution } = session;
  return {
    Accounts: detailAccounts(state, session),
    Tag: session.tag,
    InstitutionName: institution.name,
    Login: loginBody(session.card),
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  };
}

// A second call for the same card does not wait: it is 202 (docs/flinks/api.md 2.16).
async function holdCall(
  state: SandboxState,
  session: BankSession,
  heldMs: number,
  signal: AbortSignal,
): Promise<Answer> {
  const { card } = session;
  if (card !== null && card.heldCalls > 0) return pending(session.requestId);
  if (card !== null) card.heldCalls += 1;
  try {
    await wait(state.clock, Math.min(heldMs, syncLimitMs), signal);
  } finally {
    if (card !== null) card.heldCalls -= 1;
  }
  if (heldMs > syncLimitMs) return pending(session.requestId, 'OPERATION_DISPATCHED');
  return giveDetail(state, session);
}

function giveDetail(state: SandboxState, session: BankSession): Answer {
  const { card, testUser } = session;
  if (card !== null && isCollecting(state, card)) {
    card.pendingPolls -= 1;
    return pending(session.requestId, testUser.detail.pendingCode);
  }
  if (testUser.detail.failure !== null) return refuse(state.settings, testUser.detail.failure);
  if (card !== null) {
    card.dataWasRead = true;
    card.detailWasRead = true;
  }
  session.deliveredAt ??= state.clock.now();
  return answer(200, detailBody(state, session));
}

function readDetailRequest(fields: Fields): DetailRequest {
  return {
    withAccountIdentity: fields.flag('WithAccountIdentity') ?? defaultDetailRequest.withAccountIdentity,
    withKyc: fields.flag('WithKYC') ?? defaultDetailRequest.withKyc,
    withTransactions: fields.flag('WithTransactions') ?? defaultDetailRequest.withTransactions,
    withBalance: fields.flag('WithBalance') ?? defaultDetailRequest.withBalance,
    days: fields.text('DaysOfTransactions') === 'Days365' ? 365 : defaultDetailRequest.days,
    accountsFilter: readFilter(fields),
  };
}

// An empty filter filters nothing, as far as public code shows.
function readFilter(fields: Fields): readonly string[] | null {
  const ids = fields.texts('AccountsFilter') ?? [];
  return ids.length === 0 ? null : ids;
}

// How long Flinks holds a synchronous call before it goes on in the background (docs/flinks/api.md 6.5).
const syncLimitMs = 210_000;
