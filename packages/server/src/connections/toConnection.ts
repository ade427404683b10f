import type { Connection } from '@flinks-kit/core';
import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** What of a connection may leave the server: no id of Flinks, no user. */
export function toConnection(context: ServerContext, record: ConnectionRecord): Connection {
  return {
    id: record.id,
    institution: record.institution,
    institutionName: record.institutionName,
    createdAt: new Date(record.createdAt).toISOString(),
    lastRefreshAt: toIso(record.lastRefreshAt),
    refreshableAt: toIso(refreshableAt(context, record)),
    accountsCount: record.accountsCount,
    nightlyRefresh: record.nightlyRefresh,
    verification: toVerification(record),
    health: isVisiting(context, record) ? { status: 'pending', flinksCode: null } : record.health,
  };
}

/** Whether somebody is at the bank: how the connection was before says nothing about how it is. */
const isVisiting = ({ clock }: ServerContext, { visitingUntil }: ConnectionRecord): boolean =>
  (visitingUntil ?? 0) > clock.now();

function refreshableAt({ clock, timing }: ServerContext, { liveAt }: ConnectionRecord): number | null {
  const at = liveAt === null ? 0 : liveAt + timing.refreshCooldownMs;
  return at > clock.now() ? at : null;
}

function toVerification({ provisional, refused }: ConnectionRecord): Connection['verification'] {
  if (refused) return 'rejected';
  return provisional ? 'unverified' : 'verified';
}

const toIso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();
