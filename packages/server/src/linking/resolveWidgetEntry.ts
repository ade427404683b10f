import type { ConnectParameters } from '@flinks-kit/core/wire';
import { isWithheld } from '../connections/connections.ts';
import { liveRefresh } from '../refresh/liveRefresh.ts';
import type { ConnectionRecord, RefreshRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { waitAtMost } from '../common/concurrency.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Where the widget opens for a reconnect: at the bank's question, by the RequestId of a live Authorize that ended in
 * one; otherwise at the institution's credential page (docs/flinks/connect.md 4.5). The earlier choice of accounts is
 * kept, unless the user opens the widget to choose again: then at the credential page, without a call to the bank.
 */
export async function resolveWidgetEntry(
  context: ServerContext,
  connection: ConnectionRecord,
  choosesAccounts: boolean,
): Promise<WidgetEntry> {
  // The only documented page that shows the selector; a RequestId would skip it (docs/flinks/connect.md 4.5).
  if (choosesAccounts) return { institution: institutionOf(connection), accountSelectorEnable: true };
  const known = liveChallenge(context, connection);
  if (known === null) {
    await waitAtMost(context.clock, context.timing.linkWaitMs, refreshToTheEnd(context, connection.id));
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

/** The page that the widget opens with. */
export type WidgetEntry = Pick<
  ConnectParameters,
  'institution' | 'requestId' | 'resumeSelectedAccounts' | 'accountSelectorEnable'
>;

/** Polls a background refresh until it ended; the caller waits only for a while. */
async function refreshToTheEnd(context: ServerContext, connectionId: string): Promise<void> {
  const { clock } = context;
  await liveRefresh(context, connectionId);
  const refresh = (await context.connections.get(connectionId))?.refresh;
  if (refresh?.status !== 'background') return;
  await new Promise<void>((resume) =>
    clock.after(Math.max(fixedTiming.refreshPauseMs, refresh.pollAt - clock.now()), resume),
  );
  return refreshToTheEnd(context, connectionId);
}

/** The security question that can still be answered: Flinks drops it after eight minutes. */
function liveChallenge(
  { clock }: ServerContext,
  { refresh }: ConnectionRecord,
): Extract<RefreshRecord, { status: 'challenge' }> | null {
  return refresh.status === 'challenge' && refresh.until > clock.now() ? refresh : null;
}

function institutionOf(connection: ConnectionRecord): string | undefined {
  // The login may be another user's, and so may the bank.
  if (isWithheld(connection)) return undefined;
  const { institution, institutionId } = connection;
  return institutionId === null ? (institution ?? undefined) : String(institutionId);
}
