// `npx flinks-kit doctor` on an app that is running, as its developer runs it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop } from './prepare.mjs';

/**
 * Examines the app whose page this is. Ends the process where the doctor names anything but what is expected, or
 * prints the app's key. Returns how many things it tried.
 */
export function runDoctor({ page, version, expected = [], ...options }) {
  const { stdout, stderr } = spawnSync(
    'npx',
    ['--yes', `flinks-kit@${version}`, 'doctor', '--json', '--url', page],
    { ...options, encoding: 'utf8' },
  );
  const { checks } = read(stdout) ?? stop(`The doctor printed no JSON for ${page}:\n${stdout}${stderr}`);
  const wrong = checks.filter(({ status }) => status === 'wrong');
  if (wrong.map(({ name }) => name).join() !== expected.join()) {
    const should = expected.length === 0 ? 'nothing' : `${expected.join(' and ')} alone`;
    stop(`The doctor should name ${should}, and names ${JSON.stringify(wrong, null, 2)}`);
  }
  const env = readFileSync(join(options.cwd, '.env'), 'utf8');
  const key = /^ENCRYPTION_KEY=(.+)$/m.exec(env)?.[1] ?? stop('.env has no key.');
  if (stdout.includes(key)) stop('The doctor printed a key.');
  return checks.length;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
