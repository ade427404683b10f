// After each test of the server, whatever it is about: has a secret left by any way?
import { inspect } from 'node:util';
import { afterEach, expect } from 'vitest';
import { note, secretsThatLeft } from './watchSecrets.ts';

for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  const log = console[way].bind(console);
  console[way] = (...args: readonly unknown[]) => {
    note(inspect(args, { depth: 9, showHidden: true }));
    log(...args);
  };
}

afterEach(() => {
  expect(secretsThatLeft(), 'Secrets that left the server in this test').toEqual([]);
});
