import { isGoneAtFlinks, isReceived, isWhole } from './claims.ts';
import type { Job } from './Job.ts';
import { killAfterWrites } from '../killAfterWrites.ts';
import { comeBack, connectReady, refreshAll } from './scenes.ts';

/** What `maintain()` finishes or keeps up, with nobody there. */
export const maintainJobs: readonly Job[] = [
  {
    name: 'maintain() and a link that was begun',
    calls: ['GenerateAuthorizeToken', 'Authorize'],
    async prepare(stage) {
      const link = await comeBack(stage);
      const dying = stage.startServer({ store: killAfterWrites(stage.store, 1) });
      await dying
        .clientOf('ann')
        .linkConnection(link)
        .catch(() => undefined);
      return {
        ask: () => stage.flinks.maintain(),
        isDone: () => isWhole(stage),
        keeps: () => isReceived(stage),
        mend: () => refreshAll(stage),
      };
    },
  },
  {
    name: 'maintain() and a deletion that was begun',
    calls: ['DeleteCard'],
    async prepare(stage) {
      const { connection } = await connectReady(stage);
      const dying = stage.startServer({ store: killAfterWrites(stage.store, 1) });
      await dying
        .clientOf('ann')
        .removeConnection(connection.id)
        .catch(() => undefined);
      return {
        ask: () => stage.flinks.maintain(),
        isDone: () => isGoneAtFlinks(stage),
        keeps: async () => true,
      };
    },
  },
];
