import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorsOf, readErrors } from './errorIndex.mjs';

const packages = new URL('../../packages', import.meta.url).pathname;
const errors = readErrors(packages);
const codes = new Set(errors.map(([code]) => code));

test('a thrown error and a row of the refusals are read', () => {
  assert.deepEqual(errorsOf("throw new FlinksKitError('It\\'s gone.', {\n  code: 'not-there',"), [
    { code: 'not-there', status: null, sentence: "It's gone." },
  ]);
  assert.deepEqual(
    errorsOf("const refusals = {\n  'not-here': [\n    404,\n    'Not here.',\n  ],\n} as const"),
    [{ code: 'not-here', status: 404, sentence: 'Not here.' }],
  );
});

test('every code of the server’s refusals is in the index', () => {
  const text = readFileSync(`${packages}/server/src/common/refusals.ts`, 'utf8');
  const [, table] = /const refusals = \{\n([\s\S]*?)\n\} as const/.exec(text);
  const all = [...table.matchAll(/^ {2}'?([a-z-]+)'?: \[/gm)].map(([, code]) => code);
  assert.ok(all.length > 30);
  assert.deepEqual(
    all.filter((code) => !codes.has(code)),
    [],
  );
});

test('every code that a FlinksKitError is made with is in the index', () => {
  const sources = readdirSync(packages, { recursive: true }).filter(
    (file) => /^[a-z]+\/src\/.*\.tsx?$/.test(file) && !/\.(?:test|test-d|stories)\.|\/testing\//.test(file),
  );
  const made = sources.flatMap((file) =>
    [
      ...readFileSync(`${packages}/${file}`, 'utf8').matchAll(
        /new FlinksKitError\([\s\S]{0,600}?code: '([a-z-]+)'/g,
      ),
    ].map(([, code]) => code),
  );
  assert.ok(made.length > 15);
  assert.deepEqual(
    made.filter((code) => !codes.has(code)),
    [],
  );
});
