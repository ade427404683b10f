import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, readJsonObject } from '../common/files.ts';
import { UsageError } from '../common/UsageError.ts';
import { readBasePath } from './readBasePath.ts';

/** What init adds the kit to. */
export interface App {
  readonly root: string;
  readonly framework: Framework;
  /** For a sentence: "Next.js", "Vite". */
  readonly title: string;
  /** An HTTP server beside Vite in the same package, which then serves the endpoint. */
  readonly server: ServerFramework | null;
  readonly language: 'typescript' | 'javascript';
  /** The folder of the sources: `src/` or nothing. */
  readonly sources: 'src/' | '';
  /** Next's `basePath`, such as `/bank`, or nothing; `null` where next.config gives it in a form that init cannot read. */
  readonly basePath: string | null;
  readonly packageManager: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** package.json, read. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The HTTP servers that init knows. */
export type ServerFramework = 'express' | 'hono' | 'fastify';

/** The frameworks that init knows. */
export type Framework = 'next' | 'vite' | ServerFramework;

const servers = ['express', 'hono', 'fastify'] as const;

/** The names for `--framework`. */
export const frameworks: readonly Framework[] = ['vite', 'next', ...servers];

/** Whether a text is one of them. */
export const isFramework = (name: string): name is Framework => frameworks.some((known) => known === name);

/** Finds out what the app in a folder is. Throws a `UsageError` when it is nothing that init can add the kit to. */
export async function recogniseApp(
  root: string,
  wanted: Framework | null,
  env: Readonly<Record<string, string | undefined>>,
): Promise<App> {
  const manifest = await readJsonObject(join(root, 'package.json'));
  if (manifest === null) {
    throw new UsageError('There is no package.json here. Run flinks-kit init in the folder of your app.');
  }
  const dependencies = { ...objectOf(manifest['dependencies']), ...objectOf(manifest['devDependencies']) };
  const has = (name: string): boolean => Object.hasOwn(dependencies, name);
  const server = servers.find(has) ?? null;
  const framework = wanted ?? (has('next') ? 'next' : has('vite') && has('react') ? 'vite' : server);
  if (framework === null) {
    throw new UsageError(
      'Neither Next, nor Vite with React, nor Express, Hono or Fastify is among the dependencies here. Name one by --framework.',
    );
  }
  const sources = existsSync(join(root, 'src')) ? 'src/' : '';
  if (framework === 'next' && !existsSync(join(root, sources, 'app'))) {
    throw new UsageError(
      'This Next app has no folder "app", and init knows only the app router. Add the two files of docs/start.md by hand.',
    );
  }
  return {
    root,
    framework,
    title: titles[framework],
    server: framework === 'vite' ? server : null,
    language: has('typescript') || existsSync(join(root, 'tsconfig.json')) ? 'typescript' : 'javascript',
    sources,
    basePath: framework === 'next' ? await readBasePath(root) : '',
    packageManager: managerOf(root, env['npm_config_user_agent'] ?? ''),
    manifest,
  };
}

const titles = {
  next: 'Next.js',
  vite: 'Vite',
  express: 'Express',
  hono: 'Hono',
  fastify: 'Fastify',
} as const;

function managerOf(root: string, userAgent: string): App['packageManager'] {
  const byLockfile = (
    [
      ['pnpm', 'pnpm-lock.yaml'],
      ['yarn', 'yarn.lock'],
      ['bun', 'bun.lock'],
      ['npm', 'package-lock.json'],
    ] as const
  ).find(([, file]) => existsSync(join(root, file)));
  if (byLockfile !== undefined) return byLockfile[0];
  return (['pnpm', 'yarn', 'bun'] as const).find((name) => userAgent.startsWith(name)) ?? 'npm';
}

/** The value if it is an object, else an empty one. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
