import { parseAccounts } from '@flinks-kit/core';
import { parseConnectMessage } from '@flinks-kit/core/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  documentedCodes,
  documentedEndpoints,
  documentedFields,
  documentedOrder,
  documentedPayloads,
  documentedSteps,
  documentedTypes,
  handledByWidget,
  type Mark,
  neverSent,
} from './documented.ts';
import { recordEverything, type Recording } from './recordEverything.ts';

let received: Recording;

describe('the sandbox against the documentation of Flinks', () => {
  beforeAll(async () => {
    received = await recordEverything();
  });

  const messages = (): readonly Readonly<Record<string, unknown>>[] =>
    received.messages.map((message) => (typeof message === 'string' ? JSON.parse(message) : message));

  test('every documented endpoint gives what it is asked for', () => {
    const answered = new Set(received.bodies.map(({ call }) => call));
    expect(cover('endpoints', documentedEndpoints, (call) => answered.has(call))).toEqual([]);
  });

  test('every documented step is sent', () => {
    const sent = new Set(messages().map(({ step }) => step));
    expect(cover('steps of the widget', documentedSteps, (name) => sent.has(name))).toEqual([]);
  });

  test('every documented payload comes with its step', () => {
    const carried = new Set(
      messages().flatMap((message) => Object.keys(message).map((key) => `${nameOf(message)} ${key}`)),
    );
    const wanted = Object.entries(documentedPayloads).flatMap(([step, keys]) =>
      Object.entries(keys).map(([key, mark]): [string, Mark] => [`${step} ${key}`, mark]),
    );
    expect(cover('payloads of steps', Object.fromEntries(wanted), (name) => carried.has(name))).toEqual([]);
  });

  test('every code that the widget handles is reported by it', () => {
    const reported = new Set(messages().map(({ flinksCode }) => flinksCode));
    expect(handledByWidget.filter((code) => !reported.has(code))).toEqual([]);
  });

  test('every documented code is answered by the API', () => {
    const answered = new Set(received.bodies.map(({ body }) => body['FlinksCode']));
    expect(cover('codes of the API', documentedCodes, (code) => answered.has(code))).toEqual([]);
  });

  test('every documented field of every answer is there', () => {
    const there = new Map<string, Set<string>>();
    for (const { of, body } of received.bodies) {
      const known = there.get(of) ?? new Set();
      for (const path of pathsOf(body)) known.add(path);
      there.set(of, known);
    }
    const wanted = Object.entries(documentedFields).flatMap(([of, [documented, seen = '']]) => [
      ...words(documented).map((path): [string, Mark] => [`${of}: ${path}`, 'D']),
      ...words(seen).map((path): [string, Mark] => [`${of}: ${path}`, 'C']),
    ]);
    const missing = cover('fields of answers', Object.fromEntries(wanted), (name) => {
      const [of = '', path = ''] = name.split(': ');
      return there.get(of)?.has(path) === true;
    });
    expect(missing).toEqual([]);
    expect(Object.keys(documentedFields).filter((of) => !there.has(of))).toEqual([]);
  });

  test('every object of every answer has its keys in their order', () => {
    const wrong = received.bodies.flatMap(({ of, body }) =>
      objectsOf(body).flatMap(({ name, keys }) => {
        const order = words(documentedOrder[`${of} ${name}`.trim()] ?? documentedOrder[name] ?? '');
        const expected = order.filter((key) => keys.includes(key));
        return keys.join() === expected.join() ? [] : [`${of} ${name}: ${keys.join(' ')}`];
      }),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('there is an account of every documented category and type, and ratios between none and all', () => {
    const accounts = received.bodies.flatMap(({ body }) => body['Accounts'] ?? []);
    const kinds = new Set(accounts.map(({ Category, Type }) => `${Category} ${Type}`));
    const wanted = Object.entries(documentedTypes).flatMap(([category, types]) =>
      words(types).map((type): [string, Mark] => [`${category} ${type}`, 'D']),
    );
    expect(cover('kinds of account', Object.fromEntries(wanted), (kind) => kinds.has(kind))).toEqual([]);

    const ratios = new Set(accounts.map(({ EftEligibleRatio }) => EftEligibleRatio));
    expect([0, 0.42, 0.99, 1].filter((ratio) => !ratios.has(ratio))).toEqual([]);
    expect(new Set(accounts.map(({ Currency }) => Currency))).toEqual(new Set(['CAD', 'USD', 'XBT', null]));
  });

  describe('nothing is invented', () => {
    test('no answer has a field that is neither documented nor seen', () => {
      const invented = received.bodies.flatMap(({ of, body }) => {
        const known = new Set(words((documentedFields[of] ?? []).join(' ')));
        return [...pathsOf(body)].filter((path) => !known.has(path)).map((path) => `${of}: ${path}`);
      });
      expect([...new Set(invented)]).toEqual([]);
    });

    test('no message has a name or a payload that is neither documented nor seen', () => {
      const invented = messages().flatMap((message) => {
        const name = nameOf(message);
        const isError = name === 'an API event' || handledByWidget.includes(name);
        const known = { step: 'D', ...documentedPayloads[isError ? 'an API event' : name] };
        const unknown = Object.keys(message).filter((key) => !(key in known));
        return [...unknown, ...(isError || name in documentedSteps ? [] : ['(the step itself)'])].map(
          (key) => `${name} ${key}`,
        );
      });
      expect([...new Set(invented)]).toEqual([]);
    });
  });

  test('what is known by its name only is left out, and the table states why', () => {
    for (const [name, reason] of Object.entries(neverSent)) console.log(`left out: ${name}: ${reason}`);
    const sent = new Set([
      ...messages().flatMap(({ step, flinksCode }) => [step, flinksCode]),
      ...received.bodies.map(({ body }) => body['FlinksCode']),
    ]);
    expect(Object.keys(neverSent).filter((name) => sent.has(name))).toEqual([]);
  });

  describe('core understands all of it', () => {
    test('each message is a message', () => {
      expect(received.messages.filter((message) => parseConnectMessage(message) === undefined)).toEqual([]);
    });

    test('each REDIRECT brings its LoginId, whatever its shape', () => {
      const redirects = received.messages
        .map(parseConnectMessage)
        .filter((message) => message?.kind === 'redirect');
      expect(redirects.length).toBeGreaterThan(20);
      expect(redirects.filter(({ loginId }) => loginId === undefined)).toEqual([]);
    });

    test('each list of accounts is read to the last one', () => {
      const lists = received.bodies.filter(({ body }) => Array.isArray(body['Accounts']));
      expect(lists.length).toBeGreaterThan(3);
      for (const { body } of lists)
        expect(parseAccounts(body).accounts).toHaveLength(body['Accounts'].length);
    });
  });
});

/** Prints how much of a list is there, and gives what is documented and missing. */
function cover(
  what: string,
  list: Readonly<Record<string, Mark>>,
  isThere: (name: string) => boolean,
): readonly string[] {
  const of = (mark: Mark): readonly string[] => Object.keys(list).filter((name) => list[name] === mark);
  const count = (mark: Mark): string => `${of(mark).filter(isThere).length} of ${of(mark).length}`;
  const missing = of('C').filter((name) => !isThere(name));
  console.log(
    `${what.padEnd(22)} documented ${count('D').padStart(10)}   seen ${count('C').padStart(8)}` +
      (missing.length > 0 ? `   not sent: ${missing.join(', ')}` : ''),
  );
  return of('D').filter((name) => !isThere(name));
}

function nameOf({ step }: Readonly<Record<string, unknown>>): string {
  return typeof step === 'string' ? step : 'an API event';
}

function words(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}

/** Every object inside a value, by the name of its key; one of a list has `[]` after it. */
function objectsOf(
  value: unknown,
  name = '',
): readonly { readonly name: string; readonly keys: readonly string[] }[] {
  if (Array.isArray(value)) return value.flatMap((item) => objectsOf(item, `${name}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, within]) => objectsOf(within, key));
  return [{ name, keys: Object.keys(value) }, ...inner];
}

function pathsOf(value: unknown, path = ''): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...pathsOf(item, `${path}[]`)]));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(
    Object.entries(value).flatMap(([key, inner]) => {
      const at = path === '' ? key : `${path}.${key}`;
      return [at, ...pathsOf(inner, at)];
    }),
  );
}
