import type { ConnectionHealth } from '@flinks-kit/core';
import { connectionsOfLogin, isVerified } from '../connections/connections.ts';
import { healthOfCode } from '../connections/toConnection.ts';
import { type IneligibleCard, readIneligibleCards } from '../flinks/readIneligibleCards.ts';
import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * Asks Flinks a few times a day which logins its nightly refresh can't read any more, and writes that into their
 * connections' health (docs/flinks/api.md 2.10, 6.4). Answers for how many it is news.
 */
export async function syncNightlyStatus(context: ServerContext): Promise<number> {
  if (!(await isAnySwitchedOn(context)) || !(await isTime(context))) return 0;
  const cards = readIneligibleCards(await context.flinks.getNightlyRefreshStatus());
  if (cards === null) {
    context.warn(
      'Flinks did not report which logins its nightly refresh can’t read, so their connections may look healthier than they are. Check flinks.bearer, or ask Flinks whether GetNightlyRefreshStatus is enabled.',
    );
    return 0;
  }
  let news = 0;
  for (const card of cards) news += await foldCard(context, card);
  return news;
}

// A row that is due one day is a connection whose nightly refresh is on. It need not open.
async function isAnySwitchedOn({ connections }: ServerContext): Promise<boolean> {
  return (await connections.listIds({ dueBefore: Number.MAX_SAFE_INTEGER, limit: 1 })).length > 0;
}

// A lease that is never given back is a clock that all processes share.
function isTime({ store, clock, timing, newId }: ServerContext): Promise<boolean> {
  const now = clock.now();
  const until = now + timing.nightlyStatusMs;
  return store.lease({ key: 'nightly-status', holder: newId(), now, until, latestUntil: until });
}

async function foldCard(context: ServerContext, card: IneligibleCard): Promise<number> {
  const health = healthOfCard(card);
  if (health === null) return 0;
  let news = 0;
  for (const connection of await connectionsOfLogin(context, card.login.reveal())) {
    if (!isNews(connection, card, health)) continue;
    const { id, userId } = connection;
    // Judged once more on the row that is written: the person may be signing in again just now.
    await context.connections.update(id, (current) =>
      isNews(current, card, health) ? { ...current, health } : current,
    );
    news += 1;
    if (health.status === 'needs-user' && connection.health.status !== 'needs-user') {
      context.emit({ type: 'needs-user', userId, connectionId: id, flinksCode: health.flinksCode });
    }
  }
  return news;
}

/** `null` where only time has run out: a refresh mends that, and `evaluateNightlyRefresh` reports it. */
function healthOfCard({ asksPerson, flinksCode }: IneligibleCard): ConnectionHealth | null {
  if (asksPerson) return { status: 'needs-user', flinksCode };
  return flinksCode === null ? null : healthOfCode(flinksCode);
}

function isNews(
  connection: ConnectionRecord,
  card: IneligibleCard,
  { status, flinksCode }: ConnectionHealth,
): boolean {
  const { health, lastRefreshAt } = connection;
  // The connection was refreshed since: the list is older.
  const isOlder = card.lastRefreshAt !== null && lastRefreshAt !== null && card.lastRefreshAt < lastRefreshAt;
  const isKnown = health.status === status && health.flinksCode === flinksCode;
  return isVerified(connection) && !isOlder && !isKnown;
}
