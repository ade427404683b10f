import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = `
  import { createSandbox } from '@flinks-kit/sandbox';
  console.log(JSON.stringify(createSandbox().credentials));
`;

/**
 * The sandbox's keys. Reads them in a process of its own, since Playwright loads tests without the source condition.
 */
export function readCredentials(): Readonly<Record<string, string>> {
  const output = execFileSync(
    process.execPath,
    ['--conditions=@flinks-kit/source', '--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(new URL('../../..', import.meta.url)), encoding: 'utf8' },
  );
  const credentials: unknown = JSON.parse(output);
  if (typeof credentials !== 'object' || credentials === null)
    throw new Error(`The sandbox returned no keys but "${output}".`);
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => typeof value === 'string'));
}
