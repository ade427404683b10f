// Starts one host for each `POST`, with the widget parameters in its body, and returns its URL. Prints its own first.
import { createServer } from 'node:http';
import { toNodeHandler } from '@flinks-kit/server/node';
import { buildPage } from './buildPage.ts';
import { startHost } from './startHost.ts';

const pages = await buildPage();
const answer = toNodeHandler(async (request) => Response.json(await startHost(pages, await request.json())));
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
server.listen(0, 'localhost', () => {
  const address = server.address();
  console.log(`http://localhost:${typeof address === 'object' ? address?.port : ''}`);
});
