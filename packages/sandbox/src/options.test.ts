import { createSandbox } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { startSandbox } from './node/startSandbox.ts';
import { optionsSchema } from './options.ts';

// As JavaScript may call it, past the types.
const create = (options: unknown) => () => Reflect.apply(createSandbox, undefined, [options]);
const start = (options: unknown): Promise<unknown> => Reflect.apply(startSandbox, undefined, [options]);

/** The option of a path such as `webhook.url`, beside what its object needs. */
function withOption(path: string, value: unknown): Record<string, unknown> {
  const [name = '', part] = path.split('.');
  if (part === undefined) return { [name]: value };
  const needed = name === 'webhook' ? { url: 'http://localhost:9/', secret: 'x' } : {};
  return { [name]: { ...needed, [part]: value } };
}

const paths = [
  ...Object.keys(optionsSchema.entries),
  ...['instance', 'customerId', 'secretKey', 'apiKey', 'bearer'].map((name) => `credentials.${name}`),
  ...['url', 'secret', 'header', 'detailAfterMs', 'fetch'].map((name) => `webhook.${name}`),
];

describe('createSandbox checks its options', () => {
  test.each(paths)('%s: a promise is awaited first', (path) => {
    expect(create(withOption(path, Promise.resolve()))).toThrow(
      `The option "${path}" is a promise, so the sandbox was not created: await it first.`,
    );
  });

  test.each(paths)('%s: a symbol is named with what to write', (path) => {
    expect(create(withOption(path, Symbol('x')))).toThrow(
      /^The option "[\w.]+" is .+, so the sandbox was not created: it must be /,
    );
  });

  test.each(paths.filter((path) => !['webhook.url', 'webhook.secret'].includes(path)))(
    '%s: undefined leaves it out',
    (path) => {
      expect(create(withOption(path, undefined))).not.toThrow();
    },
  );

  test.each(['webhook.url', 'webhook.secret'])('%s: undefined is named', (path) => {
    expect(create(withOption(path, undefined))).toThrow(`The option "${path}" is missing, so `);
  });

  test.each(paths)('%s: a misspelling is named', (path) => {
    expect(create(withOption(`${path}x`, 'x'))).toThrow(
      `The option "${path}x" does not exist, so the sandbox was not created: check its spelling.`,
    );
  });

  test.each([
    [null, /is null, so the sandbox was not created/],
    ['mfa', /is "mfa", so the sandbox was not created/],
    [Promise.resolve({}), /^The options are a promise/],
    [{ people: [{}] }, /"people\[0\]\.username" is missing/],
    [{ credentials: { instance: '../x' } }, /"credentials\.instance" is "\.\.\/x".+letters, digits/],
    [{ credentials: { customerId: 'a/b' } }, /"credentials\.customerId" is "a\/b".+letters, digits/],
    [{ credentials: { secretKey: 'a\nb' } }, /"credentials\.secretKey" is .+visible ASCII characters/],
    [{ pendingPolls: Number.NaN }, /"pendingPolls" is NaN/],
    [{ tokenLifeMs: -5 }, /"tokenLifeMs" is -5/],
    [{ webhook: { url: 'nope', secret: 'planted-canary' } }, /"webhook\.url" is "nope"/],
    [{ webhook: { url: 'http://localhost:9/', secret: 7 } }, /"webhook\.secret" is something else/],
  ])('%j is one sentence without a secret', (options, sentence) => {
    expect(create(options)).toThrow(sentence);
    expect(create(options)).not.toThrow('planted-canary');
  });

  test('a bigint, and a value that refers to itself, are named', () => {
    expect(create({ pendingPolls: 1n })).toThrow(/"pendingPolls" is 1, so /);
    const people: unknown[] = [];
    const user = { username: people, accounts: [] };
    people.push(user);
    expect(create({ people })).toThrow(/"people\[0\]\.username" is an object, so /);
  });
});

describe('startSandbox checks its options', () => {
  test.each([
    [{ port: '4174' }, /^The option "port" is "4174", so the sandbox was not started/],
    [{ port: 65_535 }, /"port" is 65535.+ from 0 to 65534/],
    [{ port: 1.5 }, /"port" is 1\.5/],
    [{ port: Promise.resolve(4174) }, /"port" is /],
    [{ host: 7 }, /"host" is 7/],
    [{ host: '' }, /"host" is ""/],
    [{ control: 'yes' }, /"control" is "yes".+ true or false/],
    [{ control: true, host: '0.0.0.0', controlToken: Promise.resolve('x') }, /"controlToken" is /],
    [{ onError: 'console' }, /"onError" is "console".+ a function/],
    [{ prot: 4174 }, /^The option "prot" does not exist/],
    [{ hots: '0.0.0.0' }, /^The option "hots" does not exist/],
    [null, /null/],
  ])('%j is one sentence', async (options, sentence) => {
    await expect(start(options)).rejects.toThrow(sentence);
  });

  test('undefined leaves an option out', async () => {
    const { close } = await startSandbox({
      port: undefined,
      host: undefined,
      control: undefined,
      controlToken: undefined,
      onError: undefined,
    });
    await close();
  });
});
