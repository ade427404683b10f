// After each test of the server, whatever it is about: has a secret left by any way?
import { inspect } from 'node:util';
import { afterEach, expect } from 'vitest';
import { note, secretsThatLeft } from './watchSecrets.ts';

for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  const say = console[way].bind(console);
  console[way] = (...said: readonly unknown[]) => {
    note(inspect(said, { depth: 9, showHidden: true }));
    say(...said);
  };
}

afterEach(() => {
  expect(secretsThatLeft(), 'Secrets that left the server in this test').toEqual([]);
});
