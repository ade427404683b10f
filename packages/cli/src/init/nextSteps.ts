import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverFileOf } from './newFiles.ts';
import type { App, ServerFramework } from './recogniseApp.ts';

/** What is left to the user: the lines for files that init does not edit, and the command to run. */
export function nextSteps(app: App, { isInstalled }: { readonly isInstalled: boolean }): string {
  const { packageManager } = app;
  const steps = [
    ...(isInstalled ? [] : [`Install the packages:  ${packageManager} install`]),
    ...pasteSteps(app),
    `Start the app with the sandbox:  ${packageManager} run dev:bank`,
    ...(pageOf(app) === null
      ? []
      : [`Then open ${pageOf(app)} (bank Flinks Capital, user Greatday, password Everyday)`]),
    `Put your own sign-in into identify, in ${serverFileOf(app)}`,
  ];
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

function pasteSteps(app: App): readonly string[] {
  const { framework, server } = app;
  if (framework === 'next') return app.basePath === null ? [basePathStep(app)] : [];
  if (framework === 'vite') {
    if (server !== null) return [mountStep(server, app), proxyStep];
    return usesPlugin(app) ? [] : [pluginStep];
  }
  return [mountStep(framework, app)];
}

function mountStep(server: ServerFramework, app: App): string {
  const file = `./${serverFileOf(app).replace(/^.*\//, '').replace(/\.ts$/, '.js')}`;
  return `Mount the handler in your server, and start it with node --env-file=.env:\n${indent([`import { flinks } from '${file}';`, ...mounts[server]])}`;
}

const mounts: Readonly<Record<ServerFramework, readonly string[]>> = {
  express: [
    "import { toNodeHandler } from '@flinks-kit/server/node';",
    "app.use('/api/flinks', toNodeHandler(flinks.handler));",
  ],
  hono: ["app.all('/api/flinks/*', (context) => flinks.handler(context.req.raw));"],
  fastify: [
    "import { toNodeHandler } from '@flinks-kit/server/node';",
    'const answer = toNodeHandler(flinks.handler);',
    "app.all('/api/flinks/*', (request, reply) => { reply.hijack(); return answer(request.raw, reply.raw); });",
  ],
};

const basePathStep = (app: App): string =>
  `Put the basePath of next.config, which has a form that init cannot read, before /api/flinks in ${serverFileOf(app)} and in app/bank/BankPage`;

const proxyStep = `Let Vite pass the endpoint on, in vite.config:\n${indent(["server: { proxy: { '/api/flinks': { target: 'http://localhost:3000', changeOrigin: false } } },"])}`;

const pluginStep = `Add the plugin in vite.config, which has a form that init does not edit:\n${indent(["import { flinksDevServer } from './server/flinksDevServer';", 'plugins: [flinksDevServer()],'])}`;

function usesPlugin({ root }: App): boolean {
  return ['ts', 'js', 'mts', 'mjs']
    .map((extension) => join(root, `vite.config.${extension}`))
    .some((file) => existsSync(file) && readFileSync(file, 'utf8').includes('flinksDevServer'));
}

function pageOf({ framework, basePath }: App): string | null {
  if (framework === 'next') return `http://localhost:3000${basePath ?? '/<basePath>'}/bank`;
  return framework === 'vite'
    ? 'http://localhost:5173/bank.html, and render <BankPage /> of src/BankPage.tsx where you want it'
    : null;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `     ${line}`).join('\n');
}
