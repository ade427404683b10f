// `npm test`: installs what is missing, runs every check, and ends with the count of what passed and failed.
// `npm test -- types lint` runs only the checks named.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { corners, storybookVariables } from './corners.mjs';
import { checkNode, ensureChromium, ensurePostgres, install, pnpm, root, run, stop } from './prepare.mjs';

const out = `${root}.ci/out`;
const [english, french] = corners;

// A check tells whether it went well; one whose runner counts tests also leaves that runner's report in `out`.
const checks = {
  hygiene: () => run(process.execPath, ['.ci/hygiene.mjs']),
  docs: () => run(process.execPath, ['.ci/citations.mjs']),
  scripts: () => run(process.execPath, ['--test', '.ci/prepare.test.mjs', '.ci/corners.test.mjs']),
  types: () => pnpm('run', 'typecheck'),
  lint: () => pnpm('run', 'lint'),
  unused: () => pnpm('run', 'check:unused'),
  unit: () => vitest('unit', [], storybookVariables(english)),
  // The stories once more: both runs together show every two of language, theme, direction and width.
  french: () => vitest('french', ['--project', 'storybook'], storybookVariables(french)),
  build: () => pnpm('run', 'build'),
  // An app of another bundler, on the built packages.
  next: () => pnpm('--filter', '@flinks-kit/next', 'run', 'check'),
  packages: () => pnpm('run', 'check:packages'),
  stranger: () => run(process.execPath, ['.ci/stranger.mjs']),
  sizes: () => pnpm('run', 'bench', '--sizes'),
  storybook: () => pnpm('run', 'build:storybook', '--quiet'),
  showroom: () => run(process.execPath, ['.ci/showroom.mjs']),
  demo: () => pnpm('--filter', '@flinks-kit/demo', 'run', 'build'),
  e2e: () => pnpm('run', 'test:e2e'),
};

checkNode();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(checks, name));
if (unknown !== undefined)
  stop(`There is no check called "${unknown}": choose among ${Object.keys(checks).join(', ')}.`);

install();
process.env.CHROMIUM = ensureChromium();
ensurePostgres();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const results = (asked.length > 0 ? asked : Object.keys(checks)).map(runCheck);

console.log('');
for (const { name, passed, failed, ok, seconds } of results) {
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(10)} ${String(seconds).padStart(4)} s  ${passed} passed, ${failed} failed`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

function runCheck(name) {
  console.log(`\n— ${name}`);
  const start = Date.now();
  const ok = checks[name]();
  // A check without tests of its own counts as one; so does a runner that failed before it could count.
  const { passed, failed } = countsOf(name) ?? { passed: ok ? 1 : 0, failed: 0 };
  const seconds = Math.round((Date.now() - start) / 1000);
  return { name, ok, passed, failed: ok ? failed : Math.max(failed, 1), seconds };
}

function vitest(name, args = [], variables = {}) {
  Object.assign(process.env, variables);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${out}/${name}.json`];
  const ok = pnpm('exec', 'vitest', 'run', ...args, ...reporters);
  for (const variable of Object.keys(variables)) delete process.env[variable];
  return ok;
}

// Vitest and Playwright each report in their own shape.
function countsOf(name) {
  const report = read(`${name}.json`);
  if (report?.stats !== undefined) {
    return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
  }
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(`${out}/${file}`, 'utf8'));
  } catch {
    return undefined;
  }
}
