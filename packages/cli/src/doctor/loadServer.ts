import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FlinksServer } from '@flinks-kit/server';
import { getTsconfig } from 'get-tsconfig';
import { createJiti } from 'jiti';
import { isObject } from '../common/files.ts';

/**
 * Loads the module that exports `flinks`, TypeScript included, with the variables of the env files set as a framework
 * would set them. Never rejects: what went wrong is in the result.
 *
 * Only the module's own errors of the kit are repeated, since those hold no value of an option; of any other error its
 * name, code and place are given.
 */
export async function loadServer(
  cwd: string,
  file: string | null,
  variables: Readonly<Record<string, string>>,
): Promise<LoadedServer> {
  const path =
    file ?? usualPlaces.map((place) => join(cwd, place)).find((place) => existsSync(place)) ?? null;
  if (path === null || !existsSync(path))
    return { status: 'missing', looked: path === null ? usualPlaces : [relative(cwd, path)] };
  for (const [name, value] of Object.entries(variables)) process.env[name] ??= value;
  silenceConsole();
  const loaded = await loadedFrom(
    () => {
      const jiti = createJiti(join(cwd, 'flinks-kit-doctor.mjs'), {
        moduleCache: false,
        interopDefault: false,
        alias: { ...pathsOf(cwd), 'server-only': emptyModule },
      });
      return jiti.import(path);
    },
    relative(cwd, path),
  );
  return loaded.status === 'loaded' ? { ...loaded, isOtherProcess: true } : loaded;
}

/** The server half among a module's exports, or why there is none. `file` is how the module is called in a sentence. */
export async function loadedFrom(load: () => Promise<unknown>, file = 'the module'): Promise<LoadedServer> {
  try {
    const module = await load();
    const flinks = isObject(module) ? (module['flinks'] ?? fromDefault(module['default'])) : undefined;
    return isFlinksServer(flinks) ? { status: 'loaded', flinks } : { status: 'no-export' };
  } catch (error) {
    return { status: 'failed', ...describe(error, file) };
  }
}

/** The app's server half, or why there is none. */
export type LoadedServer =
  /** `isOtherProcess`: the doctor loaded it, so its store in memory is not the app's. */
  | { readonly status: 'loaded'; readonly flinks: FlinksServer; readonly isOtherProcess?: boolean }
  | { readonly status: 'missing'; readonly looked: readonly string[] }
  | { readonly status: 'no-export' }
  /** `code` is the kit's own, `null` for an error of other code. */
  | { readonly status: 'failed'; readonly code: string | null; readonly sentence: string };

const usualPlaces = [
  'src/lib/flinks.ts',
  'lib/flinks.ts',
  'server/flinks.ts',
  'src/server/flinks.ts',
  'src/flinks.ts',
  'flinks.ts',
].flatMap((place) => [place, place.replace('.ts', '.js'), place.replace('.ts', '.mjs')]);

// `server-only` throws outside of a bundler, which is its purpose; the doctor is a server.
const emptyModule = fileURLToPath(new URL('../../serverOnly.js', import.meta.url));

/** The aliases of tsconfig's `paths` that end in a star, such as `@/*`. */
function pathsOf(cwd: string): Record<string, string> {
  const tsconfig = getTsconfig(cwd);
  const { paths = {}, baseUrl = '.' } = tsconfig?.config.compilerOptions ?? {};
  if (tsconfig === null) return {};
  const base = join(tsconfig.path, '..', baseUrl);
  return Object.fromEntries(
    Object.entries(paths).flatMap(([from, [to]]) =>
      to === undefined ? [] : [[from.replace(/\*$/, ''), join(base, to.replace(/\*$/, ''))]],
    ),
  );
}

// What the app prints while it starts is not the doctor's result, and may hold anything.
function silenceConsole(): void {
  for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const) console[method] = () => {};
}

const fromDefault = (value: unknown): unknown =>
  isObject(value) && 'flinks' in value ? value['flinks'] : value;

const isFlinksServer = (value: unknown): value is FlinksServer =>
  isObject(value) && typeof value['handler'] === 'function' && typeof value['checkSetup'] === 'function';

function describe(error: unknown, file: string): { readonly code: string | null; readonly sentence: string } {
  if (!(error instanceof Error)) return { code: null, sentence: 'It threw something that is no Error.' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  // By name: the app has its own copy of the kit, so instanceof would not find it.
  if (error.name === 'FlinksKitError' && code !== null) return { code, sentence: error.message };
  const [, missing] = /Cannot find (?:module|package) '([\w@/.-]+)'/.exec(error.message) ?? [];
  if (missing !== undefined) {
    return {
      code: null,
      sentence: `It imports "${missing}", which is not there. Install it, or correct the import.`,
    };
  }
  // The line, and not the message, which may hold anything.
  const [, line] = /^:(\d+)/.exec((error.stack ?? '').split(file)[1] ?? '') ?? [];
  const what = code === null ? error.name : `${error.name} (${code})`;
  return {
    code: null,
    sentence: `It threw ${what} in ${file}${line === undefined ? '' : `:${line}`}. Run the app itself to read the whole message.`,
  };
}
