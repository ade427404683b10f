import { describe, expect, test } from 'vitest';
import { createPostgresStore } from './createPostgresStore.ts';

const pool = { connect: () => undefined, on: () => undefined, end: () => undefined };
const pglite = { query: () => undefined };

/** The sentence of the error. As JavaScript may call it. */
const open = async (options: unknown): Promise<string> => {
  const opened: unknown = Reflect.apply(createPostgresStore, undefined, [options]);
  return Promise.resolve(opened).then(
    () => 'opened',
    (error: unknown) =>
      error instanceof Error ? `${String(Reflect.get(error, 'code'))}: ${error.message}` : '',
  );
};

describe('createPostgresStore checks its options', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'The argument is undefined'],
    ['null', null, 'The argument is null'],
    [
      'a connection string',
      'postgres://localhost/app',
      'The argument has the wrong form (a value of type string)',
    ],
    ['a promise', Promise.resolve({ pool }), 'The argument is a promise (await it first)'],
    ['no option', {}, 'pool is undefined'],
    [
      'a pool that is undefined',
      { pool: undefined },
      'pool is undefined (is an environment variable not set?)',
    ],
    ['a promise of a pool', { pool: Promise.resolve(pool) }, 'pool is a promise (await it first)'],
    [
      'a text as the pool',
      { pool: 'postgres://localhost/app' },
      'pool has the wrong form (a value of type string)',
    ],
    ['a client in place of the pool', { pool: { query: () => undefined } }, 'Give a Pool of the pg package'],
    ['a pglite that is undefined', { pglite: undefined }, 'pglite is undefined'],
    ['a promise of a PGlite', { pglite: Promise.resolve(pglite) }, 'pglite is a promise (await it first)'],
    ['a folder as the PGlite', { pglite: './data' }, 'Give an opened PGlite'],
    ['onWarning that is no function', { pool, onWarning: true }, 'onWarning has the wrong form'],
    ['onWarning with a PGlite', { pglite, onWarning: () => undefined }, 'onWarning is no option'],
    ['a misspelled option', { pool, onWarnings: () => undefined }, 'onWarnings is no option'],
    ['a misspelled pool', { Pool: pool }, 'Pool is no option'],
    ['both', { pool, pglite }, 'pool and pglite are both given'],
  ])('%s is refused with a sentence that states what to write', async (_name, options, sentence) => {
    const refused = await open(options);
    expect(refused).toContain(sentence);
    expect(refused).toMatch(/^options-invalid: createPostgresStore cannot work.*(Write|Give) /);
    expect(refused).not.toContain('localhost');
  });
});
