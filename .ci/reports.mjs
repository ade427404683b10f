// What a check leaves behind, read: how many tests passed and failed, and which failed. Vitest and Playwright each report
// in their own shape; a check without a report has only its log.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { out } from './prepare.mjs';

/** The report of a check; `undefined` when it wrote none. */
export function readReport(name) {
  try {
    return JSON.parse(readFileSync(`${out}/${name}.json`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What a check printed; empty for one that runs alone, since that prints at once. */
export const readLog = (name) => readFileSync(`${out}/${name}.log`, 'utf8');

/** How many tests passed and failed; `undefined` without a report. */
export function countTests(report) {
  if (report?.stats !== undefined) {
    return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
  }
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

/**
 * What failed in the checks given, in at most `limit` lines: for each check its failed tests, or the end of its log when
 * no test of it failed. A record of a run often keeps only its end, so this stands directly above the table.
 */
export function describeFailures(checks, limit = 20) {
  const each = Math.max(3, Math.floor(limit / Math.max(checks.length, 1)));
  return checks
    .flatMap(({ name, report, log }) => {
      const tests = listFailedTests(report);
      const lines = tests.length > 0 ? firstOf(tests, each - 1) : endOf(log, each - 1);
      return lines.length === 0 ? [] : [`✗ ${name}`, ...lines.map((text) => `    ${shorten(text)}`)];
    })
    .slice(0, limit);
}

/** `file › title: first line of the message`, for each failed test and for each file that could not be read. */
export function listFailedTests(report) {
  if (report?.suites !== undefined) {
    const early = report.errors.map((error) => `before any test: ${firstLine(error.message)}`);
    return [...early, ...report.suites.flatMap((suite) => failedOfPlaywright(suite, []))];
  }
  return (report?.testResults ?? []).flatMap(failedOfVitest);
}

function failedOfVitest({ name, status, message, assertionResults }) {
  const failed = assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ ancestorTitles, title, failureMessages }) =>
      line(name, [...ancestorTitles, title], failureMessages[0]),
    );
  if (failed.length > 0 || status !== 'failed') return failed;
  return [line(name, [], message)];
}

function failedOfPlaywright({ title, file, specs = [], suites = [] }, above) {
  // The outermost suite is the file.
  const titles = title === file ? above : [...above, title];
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected'))
    .map((spec) => line(file, [...titles, spec.title], messageOf(spec)));
  return [...own, ...suites.flatMap((suite) => failedOfPlaywright(suite, titles))];
}

function messageOf({ tests }) {
  const results = tests.flatMap((test) => test.results);
  return results.findLast(({ error }) => error !== undefined)?.error.message;
}

function line(file, titles, message) {
  const where = [file.replace(/^.*\/(?=(apps|packages|\.storybook)\/)/, ''), ...titles].join(' › ');
  return `${where}: ${firstLine(message)}`;
}

const firstLine = (text = '') => linesOf(text)[0] ?? 'no message';

const linesOf = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((each) => each.trim() !== '');

function firstOf(all, count) {
  if (all.length <= count) return all;
  return [...all.slice(0, count - 1), `and ${all.length - count + 1} more`];
}

// Vitest prints an error outside any test far above the end of its log; Node, its failed tests and then their stacks.
function endOf(log, count) {
  const lines = linesOf(log);
  const outside = lines.findIndex((each) => /Unhandled (Error|Rejection)|failing tests:/.test(each));
  return outside === -1 ? lines.slice(-count) : lines.slice(outside, outside + count);
}

const shorten = (text) => (text.length <= 220 ? text : `${text.slice(0, 219)}…`);
