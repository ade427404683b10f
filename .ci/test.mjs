// `npm test`: installs what is missing (on Debian also Chromium and PostgreSQL, by apt), runs every check that gates a
// merge, and ends with the failed tests and the count of what passed and failed. `npm run test:hosts` runs the
// other hosts and long forms. `npm test -- types lint` runs only the checks named.
import { mkdirSync, rmSync } from 'node:fs';
import { chooseChecks } from './checks.mjs';
import { checkNode, ensureChromium, ensurePostgres, install, out, stop } from './prepare.mjs';
import { describeFailures, readLog, readReport } from './reports.mjs';
import { runChecks } from './runChecks.mjs';

checkNode();
const names = choose();
install();
process.env.CHROMIUM = ensureChromium();
ensurePostgres();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const start = Date.now();
const results = await runChecks(names);

const failures = results
  .filter(({ ok }) => !ok)
  .map(({ name }) => ({ name, report: readReport(name), log: readLog(name) }));
console.log(['', ...describeFailures(failures)].join('\n'));
for (const { name, passed, failed, ok, seconds, cpuSeconds } of results) {
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(15)} ${String(seconds).padStart(4)} s ${String(cpuSeconds).padStart(4)} s of processor time  ${passed} passed, ${failed} failed`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(
  `All in ${Math.round((Date.now() - start) / 1000)} s; ${sum('cpuSeconds')} s of processor time, half of it on two quiet cores.`,
);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

function choose() {
  try {
    return chooseChecks(process.argv.slice(2));
  } catch (error) {
    return stop(error.message);
  }
}
