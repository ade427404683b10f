import type { FlinksServer } from '@flinks-kit/server';
import type { Sandbox } from '@flinks-kit/sandbox';
import type { DemoClock } from './demoClock.ts';
import { userOf } from './identify.ts';
import type { Rent } from './rent.ts';

/** How long before now the seed begins: one connection is left alone since. */
export const seedAgeMs = 9 * 86_400_000;

/**
 * Lets Robin live nine days in a second, through the same doors as a page: one bank is fresh and pays the rent, one was
 * not read for nine days, one wants to see Robin, and one is down. Sacha has yet to connect a bank.
 */
export async function seed({ flinks, sandbox, rent, clock }: SeedOptions): Promise<void> {
  const robin = flinks.forUser(userOf('robin'));

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
      clock.advance(retryAfterMs);
    }
  };

  const end = clock.now() + seedAgeMs;
  await link('robin_credit_union', 'SandboxCreditUnion');
  clock.advance(end - clock.now() - 3 * hour);
  const asked = await link('robin_asked', 'FlinksCapital');
  const down = await link('robin_closed_for_now', 'SandboxOAuthBank');
  clock.advance(end - clock.now() - hour);
  await robin.refreshConnection(asked.id);
  const openAgain = sandbox.faults.add({
    kind: 'code',
    flinksCode: 'RETRY_LATER',
    endpoint: 'Authorize',
  });
  await robin.refreshConnection(down.id).catch(() => undefined);
  openAgain();
  const everyday = await link('robin_everyday', 'FlinksCapital');
  const account = everyday.accounts.find(({ eft }) => eft.status === 'eligible');
  if (account !== undefined) {
    await rent.agree(userOf('robin'), { connectionId: everyday.id, accountId: account.id });
  }
  clock.advance(end - clock.now());
}

interface SeedOptions {
  readonly flinks: FlinksServer;
  readonly sandbox: Sandbox;
  readonly rent: Rent;
  /** Must begin `seedAgeMs` before now; the seed brings it to now. */
  readonly clock: DemoClock;
}

const hour = 3_600_000;
