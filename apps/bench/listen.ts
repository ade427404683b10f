import { createServer, type RequestListener, type Server } from 'node:http';

/** Serves on a port of loopback that is free. */
export async function listen(
  handler: RequestListener,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The bench needs a TCP port and got none.');
  return { url: `http://127.0.0.1:${address.port}`, server };
}
