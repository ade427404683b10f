import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../common/files.ts';
import { type App, objectOf } from './recogniseApp.ts';

/** Adds the packages of the kit and the script `dev:bank` to the text of a package.json, whose indent stays. */
export function addPackages(text: string, app: App): string {
  const manifest: unknown = JSON.parse(text);
  if (!isObject(manifest)) return text;
  const hasPage = app.framework === 'next' || app.framework === 'vite';
  const dependencies = hasPage
    ? { '@flinks-kit/react': kit, '@flinks-kit/server': kit, '@tanstack/react-query': '^5.82.0' }
    : { '@flinks-kit/server': kit };
  const scripts = objectOf(manifest['scripts']);
  const changed = {
    ...manifest,
    // What is there wins, and keeps its place.
    scripts: { ...scripts, 'dev:bank': scripts['dev:bank'] ?? bankScript(app) },
    dependencies: sorted({ ...dependencies, ...objectOf(manifest['dependencies']) }),
    devDependencies: sorted({ '@flinks-kit/sandbox': kit, ...objectOf(manifest['devDependencies']) }),
  };
  const indent = /^[ \t]+/m.exec(text)?.[0] ?? '  ';
  const isComplete = isDeepStrictEqual(manifest, changed);
  return isComplete ? text : `${JSON.stringify(changed, null, indent)}\n`;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const kit = `^${version}`;

/** The sandbox, and the app's own development server as long as that runs. */
function bankScript({ manifest, packageManager }: App): string {
  const scripts = objectOf(manifest['scripts']);
  const script = ['dev', 'start'].find((name) => Object.hasOwn(scripts, name));
  return script === undefined
    ? 'flinks-sandbox --port 4174'
    : `flinks-sandbox --port 4174 -- ${packageManager} run ${script}`;
}

const sorted = (packages: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
