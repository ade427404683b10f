import type { LinkConnectionRequest } from '@flinks-kit/core';
import type { LinkedUser } from '../startTestServer.ts';
import type { Stage } from './startStage.ts';

/** Ann with a bank whose accounts are all there. */
export async function connectReady(stage: Stage, username = 'greatday_nomfa'): Promise<LinkedUser> {
  const linked = await stage.link('ann', { username });
  while ((await linked.client.getAccounts(linked.connection.id)).status !== 'ready') {
    stage.clock.advance(10_000);
  }
  return linked;
}

/** Ann with a bank that Flinks could not be asked about: provisional. */
export async function connectUnverified(stage: Stage): Promise<LinkedUser> {
  stage.sandbox.faults.add({ kind: 'cut', endpoint: 'Authorize', times: 1 });
  return stage.link('ann');
}

/** Ann back from the widget, her login not yet sent. */
export async function comeBack(stage: Stage): Promise<LinkConnectionRequest> {
  const { sessionId } = await stage.clientOf('ann').openSession({});
  return { sessionId, ...stage.sandbox.login({ username: 'greatday_nomfa' }) };
}

/** Ann presses the refresh button of each of her banks. */
export async function refreshAll({ clientOf }: Stage): Promise<void> {
  const client = clientOf('ann');
  for (const { id } of await client.listConnections()) await client.refreshConnection(id);
}
