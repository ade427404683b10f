// Runs checks side by side on two cores: each prints its whole output when it ends, so that no two mix.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { checks } from './checks.mjs';
import { out, pnpmCommand, quiet, root } from './prepare.mjs';
import { countTests, readLog, readReport } from './reports.mjs';

const cores = 2;

/** Runs the checks named and returns how each ended, in the order in which they ended. */
export async function runChecks(names) {
  const waiting = [...names];
  const results = [];
  const running = new Map();
  const isAlone = names.length === 1;
  const finish = async (name) => {
    const result = await runCheck(name, results, isAlone);
    running.delete(name);
    results.push(result);
    if (!isAlone) printOutput(result);
  };
  while (waiting.length > 0 || running.size > 0) {
    const name = waiting.find((candidate) => canStart(candidate, names, running, results));
    if (name !== undefined) {
      waiting.splice(waiting.indexOf(name), 1);
      console.log(`— ${name} begins`);
      running.set(name, finish(name));
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- the next check starts when a core is free
    await Promise.race(running.values());
  }
  return results;
}

function canStart(name, names, running, results) {
  const ended = results.map((result) => result.name);
  const { after = [], cores: wanted = 1 } = checks[name];
  if (after.some((earlier) => names.includes(earlier) && !ended.includes(earlier))) return false;
  const busy = [...running.keys()].reduce((sum, other) => sum + (checks[other].cores ?? 1), 0);
  return busy + wanted <= cores;
}

async function runCheck(name, earlier, isAlone) {
  const { commands, after = [], env = {}, report } = checks[name];
  const start = Date.now();
  const missing = after.find((other) => earlier.some((result) => result.name === other && !result.ok));
  const log = createWriteStream(`${out}/${name}.log`);
  let ok = missing === undefined;
  let cpuSeconds = 0;
  if (!ok) log.write(`Not run, because ${missing} failed.\n`);
  for (const [command, ...args] of commands) {
    if (!ok) break;
    const reporters =
      report === 'vitest'
        ? ['--reporter=dot', '--reporter=json', `--outputFile.json=${out}/${name}.json`]
        : [];
    // oxlint-disable-next-line no-await-in-loop -- the commands of a check build on each other
    const ended = await runCommand([...toCommand(command), ...args, ...reporters], env, isAlone ? null : log);
    ok = ended.ok;
    cpuSeconds += ended.cpuSeconds;
  }
  await new Promise((closed) => log.end(closed));
  // A check without tests of its own counts as one; so does a runner that failed before it could count.
  const { passed, failed } = countTests(readReport(name)) ?? { passed: ok ? 1 : 0, failed: 0 };
  const seconds = Math.round((Date.now() - start) / 1000);
  return {
    name,
    ok,
    passed,
    failed: ok ? failed : Math.max(failed, 1),
    seconds,
    cpuSeconds: Math.round(cpuSeconds),
  };
}

function toCommand(command) {
  if (command === 'pnpm') return pnpmCommand;
  return command.includes('/') ? [command] : [`${root}node_modules/.bin/${command}`];
}

// A shell runs the command, since it can report the processor time of all that it waited for; on a busy machine only
// that compares. The report goes to a descriptor of its own.
function runCommand(command, env, log) {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', '"$@"; status=$?; times >&3; exit $status', 'sh', ...command], {
      cwd: root,
      env: { ...process.env, ...quiet, ...env },
      stdio: log === null ? ['inherit', 'inherit', 'inherit', 'pipe'] : ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let times = '';
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.stdio[3].on('data', (chunk) => (times += chunk));
    child.on('error', (error) => {
      log?.write(`${error.message}\n`);
      resolve({ ok: false, cpuSeconds: 0 });
    });
    child.on('close', (code) => resolve({ ok: code === 0, cpuSeconds: sumTimes(times) }));
  });
}

/** The sum of what `times` prints, such as `0m1.20s`: user and system time, of the shell and of its children. */
function sumTimes(text) {
  const times = [...text.matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function printOutput({ name, ok, seconds }) {
  console.log(`\n— ${name}: ${ok ? 'passed' : 'FAILED'} after ${seconds} s`);
  process.stdout.write(readLog(name));
}
