import fastify, { type FastifyInstance } from 'fastify';
import type { FlinksServer } from '../../src/index.ts';
import { toNodeHandler } from '../../src/node/index.ts';

/** Fastify 5: the body is left unread in this scope, and the answer is ours to write. */
export function createFastifyApp(flinks: FlinksServer): FastifyInstance {
  const app = fastify();
  const handle = toNodeHandler(flinks.handler);
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/api/flinks/*', async (request, reply) => {
      reply.hijack();
      await handle(request.raw, reply.raw);
    });
  });
  return app;
}
