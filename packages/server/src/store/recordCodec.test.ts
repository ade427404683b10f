import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sealed } from '../crypto/Sealed.ts';
import { decodeRecord, encodeRecord } from './recordCodec.ts';

/** Every `Sealed` by its secret, since two of them never compare as different. */
const reveal = (value: unknown): unknown =>
  value instanceof Sealed
    ? ['sealed', value.reveal()]
    : Array.isArray(value)
      ? value.map(reveal)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).map(([name, part]) => [name, reveal(part)])
        : value;

describe('a stored record', () => {
  test('comes back as it was, with each sealed value sealed, wherever it is', () => {
    const { record } = fc.letrec((tie) => ({
      record: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.constantFrom(null, true, '$sealed'),
        fc.string().map((secret) => new Sealed(secret)),
        fc.array(tie('record'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('record'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(record, (value) => {
        expect(reveal(decodeRecord(encodeRecord(value)))).toEqual(reveal(value));
      }),
    );
  });

  test('keeps a field whose name is that of a prototype', () => {
    const text = '{"__proto__":{"login":{"$sealed":"planted-canary"}},"id":"a"}';
    expect(Object.keys(Object(decodeRecord(text)))).toEqual(['__proto__', 'id']);
    expect(encodeRecord(decodeRecord(text))).toBe(text);
  });

  test('is not changed by being written', () => {
    const record = Object.freeze({ id: 'a', login: new Sealed('planted-canary'), list: Object.freeze([1]) });
    expect(encodeRecord(record)).toContain('planted-canary');
    expect(record.login.reveal()).toBe('planted-canary');
  });
});
