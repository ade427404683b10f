import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTests, describeFailures } from './reports.mjs';

const vitest = (...tests) => ({
  numPassedTests: 1,
  numFailedTests: tests.length,
  testResults: [
    {
      name: '/somewhere/flinks-kit/packages/core/src/isFrench.test.ts',
      status: tests.length > 0 ? 'failed' : 'passed',
      message: '',
      assertionResults: [
        { ancestorTitles: ['isFrench'], title: 'knows fr', status: 'passed', failureMessages: [] },
        ...tests,
      ],
    },
  ],
});

const failedTest = (title, message) => ({
  ancestorTitles: ['isFrench'],
  title,
  status: 'failed',
  failureMessages: [message],
});

test('a failed test of Vitest is named by file, titles and the first line of its message', () => {
  const report = vitest(
    failedTest('knows fr-CA', '\u001B[31mAssertionError: expected false\u001B[39m\n  at x'),
  );
  assert.deepEqual(describeFailures([{ name: 'unit', report, log: 'much\n' }]), [
    '✗ unit',
    '    packages/core/src/isFrench.test.ts › isFrench › knows fr-CA: AssertionError: expected false',
  ]);
  assert.deepEqual(countTests(report), { passed: 1, failed: 1 });
});

test('a file that could not be read is named, though no test of it failed', () => {
  const report = {
    numPassedTests: 0,
    numFailedTests: 0,
    testResults: [
      {
        name: '/x/packages/core/src/a.test.ts',
        status: 'failed',
        message: 'Failed to load url ./b.ts\nat x',
        assertionResults: [],
      },
    ],
  };
  assert.deepEqual(describeFailures([{ name: 'unit', report, log: '' }]), [
    '✗ unit',
    '    packages/core/src/a.test.ts: Failed to load url ./b.ts',
  ]);
});

test('an error outside any test is shown from the log, wherever it stands there', () => {
  const log = `dots\n⎯⎯ Unhandled Errors ⎯⎯\nError: late\n${'x\n'.repeat(60)}`;
  const shown = describeFailures([{ name: 'unit', report: vitest(), log }]);
  assert.deepEqual(shown.slice(0, 3), ['✗ unit', '    ⎯⎯ Unhandled Errors ⎯⎯', '    Error: late']);
  assert.equal(shown.length, 20);
});

test('a failed test of Playwright is named with the message of its last try; a flaky one did not fail', () => {
  const spec = (title, status, ...messages) => ({
    title,
    tests: [{ status, results: messages.map((message) => ({ error: message && { message } })) }],
  });
  const report = {
    stats: { expected: 0, flaky: 1, unexpected: 1 },
    errors: [],
    suites: [
      {
        title: 'e2e/rent.spec.ts',
        file: 'e2e/rent.spec.ts',
        specs: [spec('shows the rent', 'flaky', 'Error: once', undefined)],
        suites: [
          {
            title: 'in fr',
            file: 'e2e/rent.spec.ts',
            specs: [
              spec(
                'montre le loyer',
                'unexpected',
                'Error: first',
                'Error: \u001B[2mlast\u001B[22m\n\nLocator',
              ),
            ],
          },
        ],
      },
    ],
  };
  assert.deepEqual(describeFailures([{ name: 'e2e', report, log: '' }]), [
    '✗ e2e',
    '    e2e/rent.spec.ts › in fr › montre le loyer: Error: last',
  ]);
  assert.deepEqual(countTests(report), { passed: 1, failed: 1 });
});

test('what kept Playwright from starting is named', () => {
  const report = {
    stats: {},
    errors: [{ message: 'Error: Process from config.webServer exited early' }],
    suites: [],
  };
  assert.match(
    describeFailures([{ name: 'e2e', report, log: '' }])[1],
    /before any test: Error: Process from/,
  );
});

test('a check without a report shows the end of its log', () => {
  const log = `${Array.from({ length: 50 }, (_, index) => `line ${index}`).join('\n')}\n\n`;
  const shown = describeFailures([{ name: 'types', report: undefined, log }]);
  assert.equal(shown.length, 20);
  assert.equal(shown.at(-1), '    line 49');
});

test('twenty lines are enough, however much failed, and each check is named', () => {
  const tests = Array.from({ length: 300 }, (_, index) => failedTest(`test ${index}`, 'x'.repeat(5000)));
  const failed = ['unit', 'server', 'stories'].map((name) => ({ name, report: vitest(...tests), log: '' }));
  const shown = describeFailures(failed);
  assert.ok(shown.length <= 20);
  assert.ok(shown.every((line) => line.length <= 230));
  assert.deepEqual(
    shown.filter((line) => line.startsWith('✗')),
    ['✗ unit', '✗ server', '✗ stories'],
  );
  assert.match(shown[5], /and 296 more/);
});
