import { describe, expect, test } from 'vitest';
import { drawLogo } from './drawLogo.ts';
import { institutions } from './institutions.ts';

describe('drawLogo', () => {
  test.each(institutions.filter(({ mark }) => mark !== null))(
    'draws $name by each of its names',
    ({ name, title, mark }) => {
      for (const each of [name, title.en, title.fr]) expect(drawLogo(each)).toContain(`d="${mark?.path}"`);
    },
  );

  test('has nothing for another bank', () => {
    expect(drawLogo('Sample Trust')).toBeNull();
  });
});
