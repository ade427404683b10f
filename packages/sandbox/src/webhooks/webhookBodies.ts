import type { AccountHolder } from '@flinks-kit/core';
import { holderBody } from '../api/accountBodies.ts';
import { loginBody } from '../api/answer.ts';
import { detailBody } from '../api/getAccountsDetail.ts';
import type { BankSession } from '../state/bankSession.ts';
import type { SandboxState } from '../state/sandboxState.ts';

/** `KYC`: the account holders, early, before the data is complete (docs/flinks/api.md 8). */
export function kycWebhook(session: BankSession): Readonly<Record<string, unknown>> {
  // Each holder once, however many accounts they hold.
  const holders = new Map<string, AccountHolder>();
  for (const { holder } of session.testUser.accounts) {
    if (holder !== null) holders.set(JSON.stringify(holder), holder);
  }
  return {
    HttpStatusCode: 200,
    Holders: [...holders.values()].map((holder) => holderBody({ holder })),
    ...envelope(session),
  };
}

/** `GetAccountsDetail`: the 200 of Detail with a `ResponseType` before it (docs/flinks/api.md 8). */
export function detailWebhook(state: SandboxState, session: BankSession): Readonly<Record<string, unknown>> {
  return { HttpStatusCode: 200, ...detailBody(state, session) };
}

function envelope({ tag, institution, card, requestId }: BankSession): Readonly<Record<string, unknown>> {
  return {
    Tag: tag,
    InstitutionName: institution.name,
    Login: loginBody(card),
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: requestId,
  };
}
