// What must never be committed: an address in the lockfile, a path of one machine, a registry's host, a key.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './prepare.mjs';

const forbidden = [
  { what: 'an address in the lockfile', pattern: /https?:\/\/|\btarball:/, files: ['pnpm-lock.yaml'] },
  { what: 'a path of one machine', pattern: /(?<![\w.-])\/(?:home|root|Users|work)\/\w/ },
  { what: "a registry's host", pattern: /registry\.(?:npmjs|yarnpkg)\.|deb\.debian\.org/ },
  { what: 'a private key', pattern: /BEGIN [A-Z ]*PRIVATE KEY/ },
  { what: "Flinks' shared toolbox customer", pattern: /43387ca6-0391-4c82/ },
];

const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
const own = ['', '.ci/hygiene.mjs', '.ci/tarballs.test.mjs'];
const files = stdout.split('\0').filter((file) => !own.includes(file));

const found = files.flatMap((file) => {
  const rules = forbidden.filter((rule) => rule.files === undefined || rule.files.includes(file));
  return readFileSync(root + file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      rules.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${file}:${index + 1}: ${what}`),
    );
});

if (files.length === 0) found.push('no file is tracked by git, so nothing was checked');
for (const line of found) console.error(line);
process.exitCode = found.length === 0 ? 0 : 1;
