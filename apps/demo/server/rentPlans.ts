import type { PGlite } from '@electric-sql/pglite';
import type { RentPlan } from '../src/rent/RentPlan.ts';

/** Fernhill's own table, in the same database as the kit's: which account each user pays from. */
export async function openRentPlans(pglite: PGlite): Promise<RentPlans> {
  await pglite.exec(
    'create table if not exists fernhill_rent_plans (user_id text primary key, plan jsonb not null)',
  );
  return {
    async read(userId) {
      const { rows } = await pglite.query<{ plan: RentPlan }>(
        'select plan from fernhill_rent_plans where user_id = $1',
        [userId],
      );
      return rows[0]?.plan ?? null;
    },
    async keep(userId, plan) {
      await pglite.query(
        'insert into fernhill_rent_plans values ($1, $2) on conflict (user_id) do update set plan = excluded.plan',
        [userId, plan],
      );
    },
    async forget(userId) {
      await pglite.query('delete from fernhill_rent_plans where user_id = $1', [userId]);
    },
  };
}

/** Reads and writes rent plans by user. */
export interface RentPlans {
  readonly read: (userId: string) => Promise<RentPlan | null>;
  readonly keep: (userId: string, plan: RentPlan) => Promise<void>;
  readonly forget: (userId: string) => Promise<void>;
}
