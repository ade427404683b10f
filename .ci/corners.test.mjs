import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corners } from './corners.mjs';

test('every two of language, theme, direction and width meet in all their combinations', () => {
  const seen = corners.flatMap(({ locale, looks }) => looks.map((look) => [locale, ...look.split(' ')]));
  for (const [first, second] of pairs(4)) {
    const met = new Set(seen.map((corner) => `${corner[first]} ${corner[second]}`));
    assert.equal(met.size, 4, `factors ${first} and ${second} meet in ${[...met].join(', ')}`);
  }
});

function pairs(count) {
  const all = [...Array(count).keys()];
  return all.flatMap((first) => all.slice(first + 1).map((second) => [first, second]));
}
