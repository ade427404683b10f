import type { ServerContext } from '../context/ServerContext.ts';
import type { Records } from '../store/createRecords.ts';
import { forEachDue, type MaintenanceTally } from '../store/forEachDue.ts';

/** Forgets what is past its retention. Answers how many rows went. A row that does not open stays: its key may return. */
export async function purge(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  const { sessions, inbox, attempts, returns, tombstones } = context;
  const forget = <Value extends { readonly id: string }>(
    records: Records<Value>,
    isOver: (value: Value) => boolean = () => true,
  ): Promise<number> =>
    forEachDue(context, tally, records, async (value) => {
      if (!isOver(value)) return false;
      await records.remove(value.id);
      return true;
    });
  return (
    (await forget(sessions, ({ status }) => status.status !== 'linking')) +
    (await forget(inbox, ({ body }) => body === null)) +
    (await forget(attempts)) +
    (await forget(returns)) +
    (await forget(tombstones, ({ status }) => status !== 'deleting'))
  );
}
