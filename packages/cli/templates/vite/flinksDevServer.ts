import { toNodeHandler } from '@flinks-kit/server/node';
import { loadEnv, type Plugin } from 'vite';

/**
 * Serves server/flinks.ts at /api/flinks from Vite's development server, so that page and endpoint share an origin.
 * In production your own back end serves the same handler.
 */
export function flinksDevServer(): Plugin {
  return {
    name: 'flinks-dev-server',
    configureServer(server) {
      Object.assign(process.env, loadEnv('development', server.config.root, ['FLINKS_', 'ENCRYPTION_']));
      server.middlewares.use('/api/flinks', async (request, response, next) => {
        try {
          const { flinks } = await server.ssrLoadModule('/server/flinks.ts');
          await toNodeHandler(flinks.handler)(request, response);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
