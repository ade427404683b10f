import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = `
  import { createSandbox } from '@flinks-kit/sandbox';
  console.log(JSON.stringify(createSandbox().credentials));
`;

/**
 * The sandbox's keys, asked of the sandbox itself. In a process of its own: Playwright loads tests without the source
 * condition, and nothing is built here.
 */
export function readCredentials(): Readonly<Record<string, string>> {
  const said = execFileSync(
    process.execPath,
    ['--conditions=@flinks-kit/source', '--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(new URL('../../..', import.meta.url)), encoding: 'utf8' },
  );
  const credentials: unknown = JSON.parse(said);
  if (typeof credentials !== 'object' || credentials === null)
    throw new Error(`The sandbox told no keys but "${said}".`);
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => typeof value === 'string'));
}
