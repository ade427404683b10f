import { createFlinksClient, type FlinksClient } from '@flinks-kit/react';
import type { Developer } from './createDeveloper.ts';
import { watchCalls } from './recordCalls.ts';

/** The kit's own client, with the developer's tools on its way out and back. */
export function watchedClient(userId: string, { recorder, prepareAddress }: Developer): FlinksClient {
  const client = createFlinksClient({ endpoint: '/api/flinks', userId, fetch: watchCalls(recorder) });
  return {
    ...client,
    async openSession(asked, options) {
      const opened = await client.openSession(asked, options);
      return { ...opened, connectUrl: prepareAddress(opened.connectUrl) };
    },
  };
}
