import { createSandbox } from '@flinks-kit/sandbox';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startTestServer, testKey } from '../../test/startTestServer.ts';
import { createFlinksServer } from '../createFlinksServer.ts';
import { createMemoryStore } from '../store/createMemoryStore.ts';
import { serverOptionsSchema } from './optionsSchema.ts';

const { credentials } = createSandbox();
const base = {
  endpoint: '/api/flinks',
  flinks: credentials,
  identify: () => 'ann',
  encryption: { keys: [testKey] },
  store: createMemoryStore(),
};

type Tree = { readonly [key: string]: unknown };

/** The options with one of them, named by its path, set to a value. */
function withOption(path: string, value: unknown, tree: Tree = base): Tree {
  const [name = '', ...rest] = path.split('.');
  const below = tree[name];
  if (rest.length === 0) return { ...tree, [name]: value };
  const branch = below instanceof Object ? Object.fromEntries(Object.entries(below)) : {};
  return { ...tree, [name]: withOption(rest.join('.'), value, branch) };
}

/** The sentence of the error; `null` when the server starts. As JavaScript may call it. */
function start(options: unknown): string | null {
  try {
    Reflect.apply(createFlinksServer, undefined, [options]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Every option by its path, read from the schema: `flinks.apiUrl`, `timing.tokenMs`, … */
function pathsIn(schema: unknown, prefix = ''): readonly string[] {
  if (!(schema instanceof Object)) return [];
  const wrapped: unknown = Reflect.get(schema, 'wrapped');
  if (wrapped !== undefined) return pathsIn(wrapped, prefix);
  const entries: unknown = Reflect.get(schema, 'entries');
  if (!(entries instanceof Object)) return [];
  return Object.entries(entries).flatMap(([name, entry]) => [
    prefix + name,
    ...pathsIn(entry, `${prefix}${name}.`),
  ]);
}

const paths = pathsIn(serverOptionsSchema);
const required = [
  'endpoint',
  'flinks',
  'flinks.instance',
  'flinks.customerId',
  'flinks.secretKey',
  'flinks.apiKey',
  'identify',
  'encryption',
  'encryption.keys',
];

describe('createFlinksServer checks its options', () => {
  test('every option has its place here', () => {
    expect(paths).toEqual(expect.arrayContaining(required));
    expect(paths.length).toBeGreaterThan(100);
    expect(start(base)).toBeNull();
  });

  test.each(paths)('%s: a promise is awaited first', (path) => {
    const sentence = start(withOption(path, Promise.resolve()));
    expect(sentence).toContain(`${path} is a promise (await it first). Give`);
  });

  test.each(paths)('%s: a symbol is no value for any option', (path) => {
    const sentence = start(withOption(path, Symbol('planted-canary')));
    expect(sentence).toContain(`${path} has the wrong form (a value of type symbol). Give`);
    expect(sentence).not.toContain('planted-canary');
  });

  test.each(required)('%s: undefined names the environment', (path) => {
    const sentence = `${path} is undefined (is an environment variable not set?). Give`;
    expect(start(withOption(path, undefined))).toContain(sentence);
    const parent = path.includes('.') ? path.slice(0, path.indexOf('.')) : '';
    const name = path.slice(path.indexOf('.') + 1);
    const whole = parent === '' ? base : Object.fromEntries(Object.entries(Reflect.get(base, parent)));
    const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
    expect(start(parent === '' ? rest : withOption(parent, rest))).toContain(sentence);
  });

  test.each(paths.filter((path) => !required.includes(path) && !path.includes('.')))(
    '%s: undefined leaves it out',
    (path) => {
      expect(start(withOption(path, undefined))).toBeNull();
    },
  );

  test.each(paths)('%s: a misspelling is named with the right name', (path) => {
    const misspelled = `${path.slice(0, -1)}${path.slice(-1)}x`;
    const sentence = start(withOption(misspelled, 1));
    expect(sentence).toContain(`${misspelled} is no option. Did you mean ${path}?`);
  });

  test.each([
    [undefined, 'The argument is undefined'],
    [null, 'The argument is null'],
    [Promise.resolve(base), 'The argument is a promise (await it first)'],
    [{}, 'endpoint is undefined'],
  ])('%s in place of the options', (options, sentence) => {
    expect(start(options)).toContain(sentence);
  });

  test.each<[string, unknown]>([
    ['endpoint', ''],
    ['endpoint', 'localhost:3000/api'],
    ['endpoint', '/api/flinks/*'],
    ['endpoint', '/api/flinks?x'],
    ['endpoint', '/api/flinks?x=1'],
    ['endpoint', '/api/flinks#x'],
    ['endpoint', 'https://app.example/api/flinks?x=1'],
    ['endpoint', 'https://app.example/api/flinks#'],
    ['endpoint', '//elsewhere.example/api'],
    ...['/api/../flinks', './flinks', '..', '.', '/api/./flinks', '/api/%2e%2e/flinks', '/api/.%2E'].map(
      (endpoint): [string, unknown] => ['endpoint', endpoint],
    ),
    ['flinks.secretKey', 'clé–x'],
    ['flinks.secretKey', 'a\nb'],
    ['flinks.secretKey', ' '],
    ['flinks.bearer', 'a\r\nb'],
    ['webhook.secrets', ['abc\n']],
    ['webhook.secrets', [' abc']],
    ['webhook.secrets', ['   ']],
    ['webhook.secrets', ['a\u0000b']],
    ['connect.parameters.maximumRetry', -1],
    ['connect.parameters.maximumRetry', 1.5],
    ['connect.parameters.maximumRetry', Infinity],
    ['connect.parameters.eftEligibleRatio', 5],
    ['connect.parameters.eftEligibleRatio', -0.1],
    ['connect.parameters', { features: ['Balance', ' '] }],
    ['connect.parameters', { other: { size: Infinity } }],
    ['eft.threshold', 80],
    ['eft.threshold', -1],
    ['eft.threshold', Number.NaN],
    ['eft.categories', ['operations']],
    ['eft.categories', []],
    ['eft.currencies', []],
    ['eft.currencies', ['cad']],
    ...[
      'https://a.example:99999',
      'http://[::1',
      'https://%zz',
      'https://a^b',
      'https://:80',
      'https://a\\b',
    ].map((origin): [string, unknown] => ['allowedOrigins', [origin]]),
    ['allowedOrigins', ['capacitor://localhost\\x']],
    ['flinks.instance', 'https://example-ca-api.private.fin.ag'],
    ['flinks.instance', 'example-ca-api.private.fin.ag'],
    ['flinks.customerId', 'a/../b'],
    ['flinks.secretKey', ''],
    ['flinks.apiUrl', 'example-ca-api.private.fin.ag'],
    ['flinks.apiUrl', 'localhost:4174'],
    ['flinks.apiUrl', 'https://example.test/'],
    ['flinks.apiUrl', 'https://user:planted-canary@example.test'],
    ['flinks.apiUrl', 'javascript:alert(1)'],
    ['flinks.headers', { data: undefined }],
    ['store', {}],
    ['connect.url', 'javascript:alert(1)'],
    ['connect.url', 'example-ca-iframe.private.fin.ag'],
    ['connect.parameters', { backgroundColor: '#fff' }],
    ['connect.parameters', { closeEnable: 'true' }],
    ['connect.parameters', { language: 'de' }],
    ['connect.redirect', { publicUrl: '/api/flinks', returnTo: '/bank' }],
    ['connect.redirect', { publicUrl: 'https://app.example/api/flinks?a=1', returnTo: '/bank' }],
    ['connect.redirect', { publicUrl: 'https://app.example/api', returnTo: '//evil.example' }],
    ['connect.redirect', { publicUrl: 'https://app.example/api', returnTo: 'javascript:alert(1)' }],
    ['expose', ['everything']],
    ['eft', { threshold: '0.8' }],
    ['allowedOrigins', ['*']],
    ['allowedOrigins', ['https://app.example/']],
    ['allowedOrigins', ['https://app.example/path']],
    ['allowedOrigins', ['https://App.example']],
    ['allowedOrigins', ['https://app.example:443']],
    ['allowedOrigins', ['https://*.app.example']],
    ['allowedOrigins', ['app.example']],
    ['allowedOrigins', ['null']],
    ['allowedOrigins', 'https://app.example'],
    ['timing', { tokenMs: Number.NaN }],
    ['timing', { tokenMs: -1 }],
    ['timing', { tokenMs: undefined }],
  ])('%s: %j is refused with what to write', (path, value) => {
    const sentence = start(withOption(path, value)) ?? '';
    expect(sentence).toContain('createFlinksServer cannot work with these options.');
    expect(sentence).toContain(path);
    expect(sentence).toContain('Give');
    expect(sentence).not.toContain('planted-canary');
  });

  const words = ['instance', 'customerId', 'secretKey', 'apiKey', 'bearer'].map((name) => `flinks.${name}`);
  test.each([...words, 'connect.parameters.customerName', 'webhook.secrets'])(
    '%s: the word that a template makes of an unset variable is named',
    (path) => {
      for (const word of ['undefined', 'null']) {
        const sentence = start(withOption(path, path === 'webhook.secrets' ? [word] : word));
        expect(sentence).toContain(`is the word "${word}" (is an environment variable not set?). Give`);
      }
    },
  );

  test.each(words.slice(2))('%s: what a file left around it is named', (path) => {
    for (const value of ['planted-canary\n', ' planted-canary']) {
      const sentence = start(withOption(path, value));
      expect(sentence).toContain(`${path} has blanks or line breaks around it. Give`);
      expect(sentence).not.toContain('planted-canary');
    }
  });

  test('no text, however strange, is an error without a sentence', () => {
    const refusal = 'createFlinksServer cannot work with these options.';
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.string().map((text) => `https://${text}`),
      fc.constantFrom('..', '\ud800', 'https://[', 'null'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), texts, fc.boolean(), (path, text, isList) => {
        const sentence = start(withOption(path, isList ? [text] : text));
        const isOwn = path.startsWith('encryption') || sentence?.startsWith('A webhook secret is empty');
        expect(sentence === null || sentence.startsWith(refusal) || isOwn).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, unknown]>([
    ['endpoint', '/api/v1.2/flinks'],
    ['endpoint', '/api/..flinks/.hidden'],
    ['flinks.secretKey', 'a b/+=é'],
    ['webhook.secrets', ['a b', 'clé–x']],
    ['connect.parameters.maximumRetry', 0],
    ['connect.parameters.daysOfTransactions', 'Days42'],
    ['eft', { threshold: 0, categories: ['Operations', 'Other'], currencies: ['CAD'] }],
    ['eft', { threshold: 1, deniedInstitutions: [] }],
    ['allowedOrigins', ['http://[::1]:5173', 'https://xn--bcher-kva.example']],
    ['endpoint', 'https://app.example/api/flinks/'],
    ['endpoint', 'api/flinks'],
    ['endpoint', '/'],
    ['flinks.apiUrl', 'http://localhost:4174'],
    ['allowedOrigins', ['http://localhost:5173', 'capacitor://localhost']],
    ['connect.redirect', { publicUrl: 'https://app.example/api/flinks/', returnTo: '/bank' }],
    ['connect.parameters', { closeEnable: undefined, other: { newParameter: true } }],
  ])('%s: %j is taken', (path, value) => {
    expect(start(withOption(path, value))).toBeNull();
  });

  test.each([
    [{ oauthWindowRedirect: true }, 'redirectUrl'],
    [{ accountSelectorMultiple: true, accountSelectorEnable: false }, 'accountSelectorEnable'],
    [{ other: { requestId: 'x' } }, 'requestId'],
    [{ other: { authorizeToken: 'x' } }, 'authorizeToken'],
    [{ other: { closeEnable: false } }, 'closeEnable'],
    [{ termsNoCheckbox: true }, 'termsUrl'],
  ])('connect.parameters %j would fail for a user later, and is refused now', (parameters, named) => {
    expect(start({ ...base, connect: { parameters } })).toContain(`"${named}"`);
  });
});

describe('options that stay', () => {
  test('upload opens the upload page, and a reconnect or a chosen institution their own', async () => {
    const server = startTestServer({ server: { connect: { parameters: { upload: true } } } });
    const { client, connection } = await server.link('ann');
    const pathOf = async (asked: object) => new URL((await client.openSession(asked)).connectUrl).pathname;
    expect(await pathOf({})).toMatch(/\/Upload$/);
    expect(await pathOf({ institution: 'TD' })).toMatch(/\/Credential\/TD$/);
    expect(await pathOf({ connectionId: connection.id })).not.toMatch(/\/Upload$/);
  });

  test('a parameter that is undefined takes no default away', async () => {
    const server = startTestServer({ server: { connect: { parameters: { closeEnable: undefined } } } });
    const { connectUrl } = await server.clientOf('ann').openSession({});
    expect(new URL(connectUrl).searchParams.get('closeEnable')).toBe('true');
  });
});
