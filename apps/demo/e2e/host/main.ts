// Builds the page once. Starts one host for each `POST`, with the widget parameters in its body, and returns its URL.
import { createServer } from 'node:http';
import { toNodeHandler } from '@flinks-kit/server/node';
import { buildPage } from './buildPage.ts';
import { startHost } from './startHost.ts';

const pages = await buildPage();
const answer = toNodeHandler(async (request) =>
  request.method === 'POST'
    ? Response.json(await startHost(pages, await request.json()))
    : new Response('Ready to start hosts.'),
);
createServer((incoming, outgoing) => void answer(incoming, outgoing)).listen(
  Number(process.env['PORT']),
  'localhost',
);
