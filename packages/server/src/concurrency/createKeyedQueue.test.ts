import { expect, test } from 'vitest';
import { createKeyedQueue } from './createKeyedQueue.ts';

test('work under one key follows in order, also after a failure; other keys do not wait', async () => {
  const turns = createKeyedQueue();
  const done: string[] = [];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const work =
    (name: string, until: Promise<unknown> = Promise.resolve()) =>
    async () => {
      await until;
      done.push(name);
      return name;
    };
  const first = turns('a', async () => {
    await held;
    throw new Error('first');
  });
  const second = turns('a', work('second'));
  const third = turns('a', work('third'));
  expect(await turns('b', work('other'))).toBe('other');
  expect(done).toEqual(['other']);
  letGo();
  await expect(first).rejects.toThrow('first');
  expect(await Promise.all([third, second])).toEqual(['third', 'second']);
  expect(done).toEqual(['other', 'second', 'third']);
});
