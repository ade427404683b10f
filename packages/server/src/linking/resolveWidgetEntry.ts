import type { ConnectParameters } from '@flinks-kit/core/wire';
import { liveRefresh } from '../refresh/liveRefresh.ts';
import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { waitAtMost } from '../concurrency/waitAtMost.ts';

/**
 * Where the widget opens for a reconnect: at the bank's question, by the RequestId of a live Authorize that ended in
 * one; otherwise at the institution's credential page (docs/flinks/connect.md 4.5). The earlier choice of accounts is
 * kept.
 */
export async function resolveWidgetEntry(
  context: ServerContext,
  connection: ConnectionRecord,
): Promise<Pick<ConnectParameters, 'institution' | 'requestId' | 'resumeSelectedAccounts'>> {
  const known = liveChallenge(context, connection);
  if (known === null) {
    await waitAtMost(context.clock, context.timing.linkWaitMs, visitToItsEnd(context, connection.id));
  }
  const current = (await context.connections.get(connection.id)) ?? connection;
  const challenge = known ?? liveChallenge(context, current);
  if (challenge === null) return { institution: institutionOf(current) };
  const { selection } = current;
  return {
    requestId: challenge.requestId.reveal(),
    ...(selection.mode === 'chosen' && selection.accountIds.length > 0
      ? { resumeSelectedAccounts: selection.accountIds }
      : {}),
  };
}

/** A visit in the background is asked after until it is over; whoever waits stops waiting before that. */
async function visitToItsEnd(context: ServerContext, connectionId: string): Promise<void> {
  const { clock } = context;
  await liveRefresh(context, connectionId);
  const visit = (await context.connections.get(connectionId))?.visit ?? null;
  if (visit === null) return;
  await new Promise<void>((resume) => clock.after(Math.max(askAgainMs, visit.askAt - clock.now()), resume));
  return visitToItsEnd(context, connectionId);
}

// Another process may be at it, or have died at it: nobody asks the store without a pause.
const askAgainMs = 1_000;

/** The question that still waits: Flinks lets go of it after eight minutes. */
function liveChallenge({ clock }: ServerContext, { challenge }: ConnectionRecord) {
  return challenge !== null && challenge.until > clock.now() ? challenge : null;
}

function institutionOf({ institution, institutionId }: ConnectionRecord): string | undefined {
  return institutionId === null ? (institution ?? undefined) : String(institutionId);
}
