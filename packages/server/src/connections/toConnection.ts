import type { Connection, ConnectionHealth } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import type { ServerContext } from '../context/ServerContext.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import type { ConnectionRecord } from '../store/records.ts';
import { isWithheld, ownConnections, sharedAccounts } from './connections.ts';
import { findDuplicates } from './findDuplicates.ts';

/**
 * The connection fields that the browser may receive: no id of Flinks, no user, and no data of a withheld login. `own` are
 * all connections of the user, where the caller has read them.
 */
export async function toConnection(
  context: ServerContext,
  record: ConnectionRecord,
  own?: readonly ConnectionRecord[],
): Promise<Connection> {
  const withheld = isWithheld(record);
  const accounts = sharedAccounts(record);
  // Nothing is compared before there is an account.
  const others = accounts?.length ? (own ?? (await ownConnections(context, record.userId))) : [];
  return {
    id: record.id,
    institution: withheld ? null : record.institution,
    institutionName: withheld ? null : record.institutionName,
    createdAt: new Date(record.createdAt).toISOString(),
    lastRefreshAt: withheld ? null : toIso(record.lastRefreshAt),
    refreshableAt: withheld ? null : toIso(refreshableAt(context, record)),
    accounts: accounts?.map(({ id, title, mask, category }) => ({ id, title, mask, category })) ?? null,
    hasMissingAccounts: accounts !== null && record.hasMissingAccounts,
    nightlyRefresh: withheld ? null : record.nightlyRefresh,
    verification: record.verification.status,
    duplicates: findDuplicates(record, others),
    health: healthOf(context, record),
  };
}

function healthOf(context: ServerContext, record: ConnectionRecord): ConnectionHealth {
  if (isWithheld(record)) return { status: 'needs-user', flinksCode: null };
  return isRefreshing(context, record) ? { status: 'pending', flinksCode: null } : record.health;
}

/** Whether a live refresh is in progress: the stored health is from before it. */
export const isRefreshing = ({ clock }: ServerContext, { refresh }: ConnectionRecord): boolean =>
  'refreshingUntil' in refresh && refresh.refreshingUntil > clock.now();

function refreshableAt(
  { clock, timing }: ServerContext,
  { lastLiveRefreshAt }: ConnectionRecord,
): number | null {
  const at = lastLiveRefreshAt === null ? 0 : lastLiveRefreshAt + timing.refreshCooldownMs;
  return at > clock.now() ? at : null;
}

/** The health after an Authorize. `pending` while data is still to be collected. */
export function healthAfterAuthorize(answer: FlinksAnswer | null): ConnectionHealth {
  if (answer?.kind === 'challenge') return { status: 'needs-user', flinksCode: answer.flinksCode };
  if (answer?.kind === 'refused') return healthOfCode(answer.flinksCode);
  return { status: 'pending', flinksCode: null };
}

/** The health that a refusal of Flinks means. */
export function healthOfCode(flinksCode: FlinksCode | null): ConnectionHealth {
  const status = judgeFlinksCode(flinksCode) === 'needs-user' ? 'needs-user' : 'unavailable';
  return { status, flinksCode };
}

const toIso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();
