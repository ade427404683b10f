import type { Connection, ConnectLanguage } from '@flinks-kit/core';
import { reachedLogin } from '../collection/applyEvent.ts';
import { startCollection } from '../collection/collectAccounts.ts';
import { settleVerdict } from '../collection/judgeAnswer.ts';
import { refusal } from '../common/refusals.ts';
import { connectionsOfLogin, isVerified } from '../connections/connections.ts';
import { claimOwner, findOwner } from '../connections/owners.ts';
import { createIdCheck } from '../connections/selectAccounts.ts';
import { healthAfterAuthorize, toConnection } from '../connections/toConnection.ts';
import { withLogin } from '../connections/withLogin.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { Sealed } from '../crypto/Sealed.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { askAboutLogin } from '../linking/askAboutLogin.ts';
import { keepConnection, shareOf } from '../linking/keepConnection.ts';
import type { AdoptionRecord, ConnectionRecord } from '../store/records.ts';

/**
 * Makes a connection of a login that the app already has, from another integration with the same Flinks customer. On the
 * app's word alone: nothing proves that the login is this user's, so no route leads here. The same call may be made again
 * and changes nothing, but finishes one that broke off. A call with another language or other accounts corrects the former one, unless the user signed in
 * at the bank since: the user's own choice stays.
 *
 * Refuses with `request-invalid` for an id that is no GUID, `selection-empty` for an empty list of accounts,
 * `login-unknown` where Flinks does not know the login, `login-shared` where another user has it and `onSharedLogin` is
 * `'deny'`, and `unavailable` where Flinks gave no answer.
 */
export async function adoptLogin(
  context: ServerContext,
  userId: string,
  request: AdoptLoginRequest,
): Promise<Connection> {
  const { loginId, accountIds, language } = request;
  if (accountIds?.length === 0) throw refusal('selection-empty');
  const login = new Sealed(loginId.toLowerCase());
  const connection = await withLogin(context, login, () =>
    adopt(context, { userId, login, language, accountIds: accountIds ?? [] }),
  );
  return toConnection(context, connection);
}

/** A login of another integration. */
export interface AdoptLoginRequest {
  /** Flinks' `LoginId`. */
  readonly loginId: string;
  /** Flinks' ids of the accounts that the user chose to share; all accounts, or those of an earlier call, unless given. */
  readonly accountIds?: readonly string[] | undefined;
  /** The language in which the login was made: Flinks binds the login to it. */
  readonly language: ConnectLanguage;
}

interface AdoptedLogin extends AdoptionRecord {
  readonly userId: string;
  readonly login: Sealed;
}

async function adopt(
  context: ServerContext,
  { userId, login, language, accountIds }: AdoptedLogin,
): Promise<ConnectionRecord> {
  const known = await findOwner(context, userId, login);
  const before = known === null ? null : await context.connections.get(known);
  if (before !== null && isVerified(before)) return correct(context, before, { language, accountIds });

  const owners = (await connectionsOfLogin(context, login.reveal())).filter(isVerified);
  const isShared = owners.some((owner) => owner.userId !== userId);
  if (isShared) context.audit(userId, 'login-shared', { connectionId: before?.id });
  if (isShared && context.onSharedLogin === 'deny') throw refusal('login-shared');

  const { isKnown, answer } = await askAboutLogin(context, { language }, { login });
  if (!isKnown) throw refusal('login-unknown');
  if (answer === null || !reachedLogin(answer)) throw refusal('unavailable');

  const now = context.clock.now();
  const connectionId = before?.id ?? (await claimOwner(context, userId, login));
  // Without accounts given, those that the user chose in an earlier link stay.
  const session = { userId, language, reconnects: before?.id ?? null, selectorOn: false };
  const connection = await keepConnection(
    context,
    session,
    { login, accountIds },
    {
      connectionId,
      // No session of the widget led here: its tag is one that no delivery carries.
      linkedSession: {
        openedAt: now,
        freshFrom: now,
        linkedAt: now,
        tag: context.newId(),
        requestId: null,
        adoption: { language, accountIds, isUnderWay: true },
      },
      answer,
      // Bound: no later link of another user puts the app's word in doubt.
      verification: { status: 'verified', refreshAt: answer.login?.lastRefreshAt ?? null, bound: true },
    },
  );
  if (connection === null) throw refusal('connection-not-found');
  return finish(context, connection, answer);
}

/** Applies what a later call gives differently. Compared with the earlier call: Flinks may have given the accounts other ids. */
async function correct(
  context: ServerContext,
  connection: ConnectionRecord,
  { language, accountIds }: AdoptionRecord,
): Promise<ConnectionRecord> {
  const { adoption } = connection.session;
  if (adoption === undefined) return connection;
  const hasOtherAccounts = accountIds.length > 0 && !isSameSet(accountIds, adoption.accountIds);
  const isSame = adoption.language === language && !hasOtherAccounts;
  if (isSame && adoption.isUnderWay !== true) return connection;
  const given = hasOtherAccounts ? accountIds : adoption.accountIds;
  const corrected = await context.connections.update(connection.id, (current) => ({
    ...current,
    language,
    session: { ...current.session, adoption: { language, accountIds: given, isUnderWay: true } },
    health: healthAfterAuthorize(null),
    ...(hasOtherAccounts ? shareOf(current, { mode: 'chosen', accountIds }, false) : {}),
  }));
  if (corrected === null) throw refusal('connection-not-found');
  return finish(context, corrected, null);
}

/** What follows the writing of an adoption. Every step may be repeated. */
async function finish(
  context: ServerContext,
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
): Promise<ConnectionRecord> {
  const { id, userId, login } = connection;
  await settleVerdict(context, { userId, login }, { status: 'verified', row: 2, audit: [], contested: [] });
  await startCollection(context, connection, answer);
  context.audit(userId, 'login-adopted', { connectionId: id });
  const finished = await context.connections.update(id, (current) => {
    const { adoption, ...session } = current.session;
    if (adoption === undefined) return current;
    return { ...current, session: { ...session, adoption: { ...adoption, isUnderWay: false } } };
  });
  return finished ?? connection;
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.every(createIdCheck(other)) && other.every(createIdCheck(one));
