import { createFlinksClient, type FlinksClient } from '@flinks-kit/react';
import type { Developer } from './createDeveloper.ts';
import { recordCalls } from './recordCalls.ts';

/** The kit's client, with its calls recorded for the developer panel. */
export function createRecordedClient(userId: string, { recorder, keepOrigin }: Developer): FlinksClient {
  const client = createFlinksClient({ endpoint: '/api/flinks', userId, fetch: recordCalls(recorder) });
  return {
    ...client,
    async openSession(request, options) {
      const opened = await client.openSession(request, options);
      keepOrigin(opened.connectUrl);
      return opened;
    },
  };
}
