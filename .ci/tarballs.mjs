// What a published package must not hold: tests and stories, maps and references that lead to files which are not in
// it, notes that only this repository has, and in its README a link that npm cannot follow.
import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';

/** What is wrong in a tarball, a sentence each. */
export function faultsOfTarball(tarball) {
  const names = tar('-tzf', tarball)
    .split('\n')
    .filter((name) => name !== '' && !name.endsWith('/'));
  const known = new Set(names);
  return names.flatMap((name) => [
    ...(forbiddenFile.test(name) ? [`${name} is of no use to a user.`] : []),
    ...(readable.test(name) ? faultsOfText(name, tar('-xzOf', tarball, name), known) : []),
  ]);
}

const forbiddenFile =
  /\.(?:test|test-d|spec|stories)\.|\.tsbuildinfo$|(?:^|\/)tsconfig|(?:^|\/)(?:test|e2e)\//;
const readable = /\.(?:js|ts|tsx|css|html|md|json)$/;

/** What is wrong in one file of a package. `known` are the names of all its files. */
export function faultsOfText(name, text, known) {
  const faults = [];
  for (const [, map] of text.matchAll(/[#@] ?sourceMappingURL=(\S+)/g)) {
    if (!known.has(posix.join(posix.dirname(name), map)))
      faults.push(`${name} names the source map ${map}, which is missing.`);
  }
  // Hovers in an editor show docstrings: a note that the reader does not have is of no help.
  if (/\bcontract: |\bcontract\/|\breviews\/|\bfield-reports\//.test(text))
    faults.push(`${name} cites a note that users do not have.`);
  if (/(?<![\w.-])\/(?:home|root|Users|work)\/\w/.test(text))
    faults.push(`${name} holds a path of one machine.`);
  if (name.endsWith('README.md')) faults.push(...faultsOfReadme(name, text));
  return faults;
}

function faultsOfReadme(name, text) {
  const faults = [];
  for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s]+)\)/g))
    faults.push(`${name} links to ${target}, which npm does not have.`);
  if (/\bproject'?s README\b|\bthis repository\b/.test(text))
    faults.push(`${name} sends the reader to a page without an address.`);
  if (!/npm install|npx /.test(text)) faults.push(`${name} does not show how to install the package.`);
  return faults;
}

function tar(...args) {
  const { status, stdout, stderr } = spawnSync('tar', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`tar ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
