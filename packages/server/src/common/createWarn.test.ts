import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWarn, type Warn } from './createWarn.ts';

describe('createWarn', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const fault = new Error('planted-canary');
  const cause = new Error('cause');

  test('hands the sentence and its cause to the listener', () => {
    const listener = vi.fn<Warn>();
    createWarn(listener)('A sentence.', cause);
    expect(listener.mock.calls).toEqual([['A sentence.', cause]]);
  });

  test.each<[string, Warn]>([
    [
      'throws',
      () => {
        throw fault;
      },
    ],
    ['rejects', () => Promise.reject(fault)],
  ])('a listener that %s ends no process: the sentence goes to the console', async (_how, listener) => {
    const onConsole = vi.spyOn(console, 'warn').mockReturnValue();
    createWarn(listener)('A sentence.', cause);
    await expect.poll(() => onConsole.mock.calls).toEqual([['flinks-kit: A sentence.', fault]]);
  });
});
