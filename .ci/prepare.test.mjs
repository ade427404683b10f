import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { nodeProblem, root } from './prepare.mjs';

test('an old Node is refused in one sentence that names both versions', () => {
  for (const old of ['16.20.2', '18.20.8', '20.18.3']) {
    assert.match(
      nodeProblem(old),
      new RegExp(`needs Node 20\\.19 or newer and this is Node ${old}: install`),
    );
  }
});

test('every Node from 20.19 on will do', () => {
  for (const good of ['20.19.0', '20.20.2', '22.0.0', '24.21.0']) assert.equal(nodeProblem(good), undefined);
});

test('a check that does not exist is one sentence and a failure, before anything is installed', () => {
  const { status, stderr } = spawnSync(process.execPath, ['.ci/test.mjs', 'typos'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /There is no check called "typos": choose among e2e,/);
});
