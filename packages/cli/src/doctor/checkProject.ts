import { dirname, join } from 'node:path';
import { getTsconfig } from 'get-tsconfig';
import { satisfies } from 'semver';
import { isObject, readJsonObject } from '../common/files.ts';
import { type Finding, fine, unknown, wrong } from './Finding.ts';

/** What is installed beside the kit, and the compiler's settings. Reads files only. */
export async function checkProject(cwd: string): Promise<readonly Finding[]> {
  return [checkNode(process.versions.node), await checkVersions(cwd), ...checkTypeScript(cwd)];
}

function checkNode(version: string): Finding {
  return satisfies(version, '>=20.19')
    ? fine('Node', `${version}.`)
    : wrong('Node', `${version} is older than the kit's packages take. Install Node 20.19 or newer.`);
}

/** The kit's packages of one version, and every peer within its range. */
async function checkVersions(cwd: string): Promise<Finding> {
  const name = 'versions';
  const kit = await installed(cwd, kitPackages);
  if (kit.size === 0) {
    return unknown(
      name,
      'No package of the kit was found in node_modules. Install them, and run the doctor in the folder of the app’s package.json.',
    );
  }
  const problems: string[] = [];
  if (new Set([...kit.values()].map(({ version }) => version)).size > 1) {
    problems.push(
      `the kit's packages are of different versions (${[...kit].map(([of, { version }]) => `${of} ${version}`).join(', ')}): install the same version of each`,
    );
  }
  for (const [of, { peers, optional }] of kit) {
    for (const [peer, range] of Object.entries(peers)) {
      const version = (await installed(cwd, [peer])).get(peer)?.version;
      if (version === undefined && !optional.has(peer))
        problems.push(`${of} needs ${peer}, which is not installed: install ${peer}@"${range}"`);
      if (version !== undefined && !satisfies(version, range, { includePrerelease: true })) {
        problems.push(`${peer} ${version} does not work with ${of}: install ${peer}@"${range}"`);
      }
    }
  }
  if (problems.length > 0) return wrong(name, `${problems.join('; ')}.`);
  return fine(name, `${[...kit.keys()].join(', ')} and their peers fit together.`);
}

const kitPackages = ['@flinks-kit/react', '@flinks-kit/server', '@flinks-kit/sandbox', '@flinks-kit/core'];

async function installed(cwd: string, names: readonly string[]): Promise<ReadonlyMap<string, Installed>> {
  const found = new Map<string, Installed>();
  for (const name of names) {
    const manifest = await readManifest(cwd, name);
    if (manifest === null || typeof manifest['version'] !== 'string') continue;
    const meta = isObject(manifest['peerDependenciesMeta'])
      ? Object.entries(manifest['peerDependenciesMeta'])
      : [];
    found.set(name, {
      version: manifest['version'],
      peers: strings(manifest['peerDependencies']),
      optional: new Set(
        meta.flatMap(([peer, value]) => (isObject(value) && value['optional'] === true ? [peer] : [])),
      ),
    });
  }
  return found;
}

interface Installed {
  readonly version: string;
  readonly peers: Readonly<Record<string, string>>;
  readonly optional: ReadonlySet<string>;
}

/** As Node looks for a package: in `node_modules` of this folder and of each one above it. */
async function readManifest(folder: string, name: string): Promise<Readonly<Record<string, unknown>> | null> {
  const manifest = await readJsonObject(join(folder, 'node_modules', name, 'package.json'));
  if (manifest !== null || dirname(folder) === folder) return manifest;
  return readManifest(dirname(folder), name);
}

const strings = (value: unknown): Record<string, string> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};

/** Every tsconfig of the app must find the kit's entry points, which only `exports` names. */
function checkTypeScript(cwd: string): readonly Finding[] {
  const name = 'TypeScript';
  const settings = ['tsconfig.json', 'tsconfig.app.json', 'tsconfig.server.json'].flatMap((file) => {
    const found = getTsconfig(cwd, file);
    return found === null || dirname(found.path) !== cwd.replaceAll('\\', '/')
      ? []
      : [{ file, options: found.config.compilerOptions ?? {} }];
  });
  if (settings.length === 0) return [];
  const old = settings.filter(({ options: { moduleResolution, module } }) =>
    moduleResolution === undefined
      ? /^(commonjs|amd|umd|system)$/i.test(module ?? '')
      : /^(node|node10|classic)$/i.test(moduleResolution),
  );
  if (old.length === 0) return [fine(name, 'moduleResolution finds the kit’s entry points.')];
  return [
    wrong(
      name,
      `moduleResolution in ${old.map(({ file }) => file).join(', ')} does not read "exports", so imports of the kit are not found. Set it to "bundler", or to "nodenext" for code that Node runs.`,
    ),
  ];
}
