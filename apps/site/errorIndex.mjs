// The index of every error code, read from the sources: what happened, why it matters and what to do stand in the one
// sentence that the code is thrown with, so that the page can't be older than the code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every code with its sentences, in the order of the alphabet. `folder` is `packages`. */
export function readErrors(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter(
      (file) =>
        /^[a-z]+[\\/]src[\\/].*\.tsx?$/.test(file) &&
        !/\.(?:test|test-d|stories)\.|[\\/]testing[\\/]/.test(file),
    )
    .toSorted();
  const errors = new Map();
  const add = (code, error) => errors.set(code, [...(errors.get(code) ?? []), error]);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const [from] = file.split(/[\\/]/);
    for (const { code, status, sentence } of errorsOf(text)) add(code, { from, status, sentence });
  }
  return [...errors].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The errors in one source: each `new FlinksKitError(…)`, and the table of the server's refusals. */
export function errorsOf(text) {
  const thrown = [...text.matchAll(thrownError)].map(([, literals, code]) => ({
    code,
    status: null,
    sentence: clean([...literals.matchAll(literal)].map(([piece]) => piece.slice(1, -1)).join('')),
  }));
  const [, table = ''] = /const refusals = \{\n([\s\S]*?)\n\} as const/.exec(text) ?? [];
  const refused = [...table.matchAll(/^ {2}'?([a-z-]+)'?: \[\s*(\d{3}),\s*'((?:\\.|[^'\\])*)',?\s*\]/gm)].map(
    ([, code, status, sentence]) => ({ code, status: Number(status), sentence: clean(sentence) }),
  );
  return [...thrown, ...refused];
}

// A long sentence is several literals with plus signs between them.
const literal = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;
const thrownError = new RegExp(
  String.raw`new FlinksKitError\(\s*((?:(?:${literal.source})[\s+]*)+),\s*\{\s*code: '([a-z-]+)'`,
  'g',
);

const clean = (sentence) =>
  sentence
    .replace(/\$\{[^}]*\}/g, '…')
    .replace(/\\(.)/g, '$1')
    .replace(/\s+/g, ' ');

/** The page. */
export function errorPage(errors) {
  const sections = errors.map(([code, cases]) => {
    const status = cases.find((one) => one.status !== null)?.status;
    const lines = [...new Set(cases.map(({ sentence }) => sentence))].map(
      (sentence) => `${escape(sentence)}\n`,
    );
    const where = [...new Set(cases.map(({ from }) => from))].map((from) => `\`${from}\``).join(', ');
    return `## ${code}\n\n${lines.join('\n')}\nFrom ${where}${status === undefined ? '' : ` · HTTP ${status}`}\n`;
  });
  return `# Error codes

Every error of the kit is a \`FlinksKitError\` with a stable \`code\`; the server sends it as RFC 9457 problem details. Search
this page for the code or for words of the message. \`npx flinks-kit doctor\` finds most causes by itself.

${sections.join('\n')}`;
}

// A page is MDX: braces and angle brackets in a sentence are text.
const escape = (text) => text.replace(/[{}<>]/g, (sign) => `\\${sign}`);
