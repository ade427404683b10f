import { createServer } from 'node:http';
import { toNodeHandler } from '@flinks-kit/server/node';
import { buildPage } from './buildPage.ts';
import { startHost } from './startHost.ts';

/** Builds the page once. Starts one host for each `POST`, with the widget parameters in its body, and returns its URL. */
export async function serveHosts(port: number): Promise<void> {
  const pages = await buildPage();
  const answer = toNodeHandler(async (request) =>
    Response.json(await startHost(pages, await request.json())),
  );
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
}
