import type { FlinksServer } from '@flinks-kit/server';
import type { Sandbox, ShiftableClock } from '@flinks-kit/sandbox';
import { toUserId } from './identify.ts';
import type { Rent } from './rent.ts';

/** How far in the past the seed starts, so that one connection has old data. */
export const seedAgeMs = 9 * 86_400_000;

/**
 * Connects four banks for Robin with the server's own methods, on a clock that jumps nine days: one is fresh and pays
 * the rent, one has nine days old data, one asks a security question, and one is down. Two are logins of one bank.
 * Sacha has no bank yet.
 */
export async function seed({ flinks, sandbox, rent, clock }: SeedOptions): Promise<void> {
  const robin = flinks.forUser(toUserId('robin'));

  const link = async (username: string, institution: string) => {
    const { sessionId, connectUrl } = await robin.openSession({ language: 'en' });
    const { loginId, accountIds } = sandbox.login({ username, institution });
    const tag = new URL(connectUrl).searchParams.get('tag') ?? undefined;
    const { id } = await robin.linkConnection({ sessionId, loginId, accountIds, tag });
    return { id, accounts: await collect(id) };
  };
  const collect = async (id: string) => {
    for (;;) {
      const { retryAfterMs, accounts } = await robin.getAccounts(id);
      if (retryAfterMs === null) return accounts;
      clock.moveTo(clock.now() + retryAfterMs);
    }
  };

  const end = clock.now() + seedAgeMs;
  await link('robin_credit_union', 'PrairieCreditUnion');
  clock.moveTo(end - 3 * hour);
  const asked = await link('robin_asked', 'MapleCrest');
  const down = await link('robin_closed_for_now', 'RideauTrust');
  clock.moveTo(end - hour);
  await robin.refreshConnection(asked.id);
  const openAgain = sandbox.faults.add({
    kind: 'code',
    flinksCode: 'RETRY_LATER',
    endpoint: 'Authorize',
  });
  await robin.refreshConnection(down.id).catch(() => undefined);
  openAgain();
  const everyday = await link('robin_everyday', 'MapleCrest');
  const account = everyday.accounts.find(({ eft }) => eft.status === 'eligible');
  if (account !== undefined) {
    await rent.agree(toUserId('robin'), { connectionId: everyday.id, accountId: account.id });
  }
  clock.moveTo(end);
}

interface SeedOptions {
  readonly flinks: FlinksServer;
  readonly sandbox: Sandbox;
  readonly rent: Rent;
  /** Starts `seedAgeMs` ago; the seed advances it to now. */
  readonly clock: ShiftableClock;
}

const hour = 3_600_000;
