import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyAppearance, pairwise } from './pairwise.mjs';

test('every two of language, theme and width meet in all their combinations', () => {
  const rows = rowsOf(pairwise);
  for (const [first, second] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ]) {
    const met = new Set(rows.map((row) => `${row[first]} ${row[second]}`));
    assert.equal(met.size, 4, `factors ${first} and ${second} meet in ${[...met].join(', ')}`);
  }
});

test('the full matrix has all eight combinations', () => {
  const rows = ['light', 'dark'].flatMap((theme) => rowsOf(everyAppearance(theme)));
  assert.equal(new Set(rows.map((row) => row.join(' '))).size, 8);
});

function rowsOf(matrix) {
  return Object.entries(matrix).flatMap(([locale, appearances]) =>
    appearances.map((appearance) => [locale, ...appearance.split(' ')]),
  );
}
