import type { CallOptions } from '@flinks-kit/react';
import { answerBrowser } from './ownServer.ts';

/** Your app's way to your server: `fetch` in truth, a function on this page. */
export async function post<Answer>(path: string, body: object, options: CallOptions = {}): Promise<Answer> {
  const response = await answerBrowser(
    new Request(new URL(path, location.href), {
      method: 'POST',
      body: JSON.stringify(body),
      signal: options.signal ?? null,
    }),
  );
  if (!response.ok) throw new Error('The bank could not be reached.');
  return response.json();
}
