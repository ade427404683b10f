import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOfText } from './tarballs.mjs';

const known = new Set(['package/dist/a.js', 'package/dist/a.js.map']);

for (const [what, name, text] of [
  ['a source map that is missing', 'package/dist/b.js', '//# sourceMappingURL=b.js.map'],
  ['a note that users do not have', 'package/dist/a.d.ts', '/** As Flinks does (contract: api.md 2.3). */'],
  ['a path of one machine', 'package/dist/a.js', `const root = '${['', 'home', 'ann'].join('/')}';`],
  [
    'a README with a link that npm cannot follow',
    'package/README.md',
    'npm install x\n[Guide](docs/guide.md)',
  ],
  ['a README without an install line', 'package/README.md', '# x'],
]) {
  test(`${what} is found`, () => assert.equal(faultsOfText(name, text, known).length, 1));
}

test('a file that is as it should be is not', () => {
  assert.deepEqual(faultsOfText('package/dist/a.js', '//# sourceMappingURL=a.js.map', known), []);
  assert.deepEqual(faultsOfText('package/README.md', 'npx x\n[npm](https://www.npmjs.com)', known), []);
});
