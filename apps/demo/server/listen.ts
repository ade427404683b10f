import type { Server } from 'node:http';

/** Opens a port for this machine only; rejects with one sentence when it is taken. */
export async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EADDRINUSE') return reject(problem);
      reject(
        new Error(
          `Port ${port} is taken, so the demo did not start: stop what uses it, or choose another by PORT=${port + 10}.`,
        ),
      );
    });
    server.listen(port, 'localhost', resolve);
  });
}

/** Closes a port and the connections that are still open on it. */
export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
}
