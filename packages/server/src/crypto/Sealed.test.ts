import { format, inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Sealed } from './Sealed.ts';

const secret = 'planted-canary';
const sealed = new Sealed(secret);

describe('Sealed', () => {
  test('a sealed value is returned by reveal()', () => {
    expect(sealed.reveal()).toBe(secret);
  });

  test.each([
    ['as text', () => String(sealed)],
    ['joined with text', () => ['login', sealed].join(' ')],
    ['as JSON', () => JSON.stringify({ login: sealed, list: [sealed] })],
    ['inspected', () => inspect({ login: sealed }, { depth: 9, showHidden: true })],
    ['as console.log formats it', () => format('%s %o %O %j', sealed, sealed, sealed, sealed)],
    // oxlint-disable-next-line typescript/no-misused-spread -- the mistake that is tried here
    ['spread', () => inspect({ ...sealed }, { depth: 9, showHidden: true })],
    ['thrown by itself', () => inspect(thrown(sealed), { depth: 9, showHidden: true })],
    ['copied field by field', () => JSON.stringify(Object.assign({}, sealed))],
    ['by its keys and entries', () => JSON.stringify([Reflect.ownKeys(sealed), Object.entries(sealed)])],
    ['thrown', () => inspect(new Error('refused', { cause: sealed }))],
    ['structurally cloned', () => inspect(structuredClone(sealed))],
  ])('a sealed value shows nothing %s', (_how, show) => {
    expect(show()).not.toContain(secret);
  });
});

/** What code that catches it can read. */
function thrown(value: unknown): unknown {
  try {
    throw value;
  } catch (caught) {
    return caught;
  }
}
