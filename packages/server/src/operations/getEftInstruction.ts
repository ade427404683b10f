import { assessEft, type EftAssessment, type EftNumbers, getEftNumbers } from '@flinks-kit/core';
import { isVerified, isWithheld, ownedConnection, recordUse } from '../connections/connections.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { createIdCheck, selectAccounts } from '../connections/selectAccounts.ts';

/**
 * What a payment processor needs to debit or pay one account. Server side only: it holds full numbers and a name.
 * Refused while the login is not verified, while the Detail is missing, for an account that EFT can't use, and for data
 * older than `maxAgeMs`.
 */
export async function getEftInstruction(
  context: ServerContext,
  userId: string,
  { connectionId, accountId, maxAgeMs }: EftInstructionRequest,
): Promise<EftInstruction> {
  // Before the connection: of a login that is withheld meanwhile no number is given.
  const collected = (await context.collections.get(connectionId))?.collected;
  const connection = await ownedConnection(context, userId, connectionId);
  if (isWithheld(connection)) throw refusal('login-unconfirmed');
  if (!isVerified(connection)) throw refusal('connection-unverified');
  const isWanted = createIdCheck([accountId]);
  const account = selectAccounts(collected?.accounts ?? [], connection.selection).find(({ id }) =>
    isWanted(id),
  );
  if (collected?.complete !== true) throw refusal('details-pending');
  if (account === undefined) throw refusal('account-not-found');
  if (maxAgeMs !== undefined && !isYoungerThan(maxAgeMs, collected.asOf, context.clock.now()))
    throw refusal('data-too-old');

  const assessment = assessEft(account, context.eft);
  const numbers = getEftNumbers(account, context.eft);
  if (numbers === null || assessment.status === 'ineligible') throw refusal('account-not-eligible');
  await recordUse(context, connection);
  context.audit(userId, 'eft-instruction-given', { connectionId });
  return {
    ...numbers,
    currency: account.currency,
    holderName: account.holder?.name ?? null,
    assessment,
    asOf: collected.asOf === null ? null : new Date(collected.asOf).toISOString(),
  };
}

// Data of an unknown age counts as too old; so does every age where the limit is not a number.
const isYoungerThan = (maxAgeMs: number, asOf: number | null, now: number): boolean =>
  asOf !== null && now - asOf <= maxAgeMs;

/** Which account the instruction is for. */
export interface EftInstructionRequest {
  readonly connectionId: string;
  readonly accountId: string;
  /** Milliseconds: data that Flinks read longer ago, or at an unknown time, is refused with `data-too-old`. */
  readonly maxAgeMs?: number | undefined;
}

/** Where to debit or pay: three canonical numbers (docs/flinks/payments-canada.md 7), and what goes with them. */
export interface EftInstruction extends EftNumbers {
  /** ISO 4217. */
  readonly currency: string | null;
  readonly holderName: string | null;
  readonly assessment: EftAssessment;
  /** ISO 8601 in UTC: when Flinks last read the bank. */
  readonly asOf: string | null;
}
