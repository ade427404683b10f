import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv, stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, quietTerminal } from '../test/makeFolder.ts';
import { runCli } from './runCli.ts';

describe('keys new', () => {
  test('prints one key of 32 bytes and nothing else', async () => {
    const terminal = quietTerminal('/');
    expect(await runCli(['keys', 'new'], terminal)).toBe(0);
    expect(Buffer.from(terminal.printed(), 'base64')).toHaveLength(32);
  });

  test('with --env puts the key before the older ones, prints none, and lets only the owner read the file', async () => {
    await using folder = await makeFolder({ '.env': 'A=1\nENCRYPTION_KEY="old"\nB=2\n' });
    const terminal = quietTerminal(folder.path);
    expect(await runCli(['keys', 'new', '--env', '.env'], terminal)).toBe(0);
    const { ENCRYPTION_KEY = '', ...others } = parseEnv(await folder.read('.env'));
    const [added = '', old] = ENCRYPTION_KEY.split(',');
    expect([Buffer.from(added, 'base64').length, old, others]).toEqual([32, 'old', { A: '1', B: '2' }]);
    expect(terminal.printed()).not.toContain(added);
    expect((await stat(join(folder.path, '.env'))).mode & 0o777).toBe(0o600);
  });

  test.each([
    'export ENCRYPTION_KEY=old',
    'ENCRYPTION_KEY = old',
    '  ENCRYPTION_KEY=old',
    'ENCRYPTION_KEY="old" # of production',
    'ENCRYPTION_KEY=`old`',
    "ENCRYPTION_KEY='old'\r",
    'ENCRYPTION_KEY=first\nENCRYPTION_KEY=old',
  ])('with --env keeps the older key of %j', async (line) => {
    await using folder = await makeFolder({ '.env': `A=1\n${line}\nB=2` });
    expect(await runCli(['keys', 'new', '--env', '.env'], quietTerminal(folder.path))).toBe(0);
    const { ENCRYPTION_KEY, ...others } = parseEnv(await folder.read('.env'));
    expect([ENCRYPTION_KEY, others]).toEqual([
      expect.stringMatching(/^[\w+/]{43}=,old$/),
      { A: '1', B: '2' },
    ]);
  });

  test.each(['ENCRYPTION_KEY=', 'ENCRYPTION_KEY=""', '# ENCRYPTION_KEY=none', 'B=2'])(
    'with --env sets the one key where %j sets none',
    async (line) => {
      await using folder = await makeFolder({ '.env': `A=1\n${line}` });
      expect(await runCli(['keys', 'new', '--env', '.env'], quietTerminal(folder.path))).toBe(0);
      expect(parseEnv(await folder.read('.env'))).toMatchObject({
        A: '1',
        ENCRYPTION_KEY: expect.stringMatching(/^[\w+/]{43}=$/),
      });
    },
  );

  test('with --env writes nothing where the older key would not stay', async () => {
    const env = 'ENCRYPTION_KEY="one,\nENCRYPTION_KEY=two"\n';
    await using folder = await makeFolder({ '.env': env });
    const terminal = quietTerminal(folder.path);
    expect(await runCli(['keys', 'new', '--env', '.env'], terminal)).not.toBe(0);
    expect([await folder.read('.env'), terminal.printed()]).toEqual([
      env,
      expect.stringContaining('nothing was written'),
    ]);
  });
});

describe('doctor', () => {
  // The doctor silences the console and sets the variables of the app: for its process alone, which a test shares.
  const { debug, error, info, log, warn } = console;
  let env: NodeJS.ProcessEnv = {};
  beforeEach(() => {
    env = { ...process.env };
  });
  afterEach(() => {
    Object.assign(console, { debug, error, info, log, warn });
    for (const name of Object.keys(process.env)) if (!Object.hasOwn(env, name)) delete process.env[name];
  });

  // What the doctor asks of a server half, in a module as an app writes one.
  const server = (changes = '') => `
    import { secret } from '@/secret';
    type Check = { readonly name: string };
    const checks: readonly Check[] = [{ name: 'secret key', status: 'fine', sentence: 'Fine: ' + secret + ' https://a.example/x?token=1' } as Check];
    export const flinks = {
      handler: async () => Response.json({ code: 'not-found' }, { status: 401, headers: { 'content-type': 'application/problem+json' } }),
      checkSetup: async () => ({ ok: true, checks, text: '', endpoint: '/api/flinks', widgetOrigin: 'https://x.example' }),
    };
    console.log('planted-noise');
    ${changes}
  `;
  const files = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json':
      '{ "compilerOptions": { "moduleResolution": "bundler", "paths": { "@/*": ["./lib/*"] } } }',
    '.env': 'FLINKS_SECRET_KEY=planted-canary-value\n',
    'lib/secret.ts': "import 'server-only'; export const secret: string = process.env.FLINKS_SECRET_KEY!;",
  };

  test('loads TypeScript with its aliases and .env, and prints no value and no query', async () => {
    await using folder = await makeFolder({ ...files, 'lib/flinks.ts': server() });
    const terminal = quietTerminal(folder.path);
    expect(await runCli(['doctor'], terminal)).toBe(0);
    expect(terminal.printed()).toContain('secret key: Fine: [FLINKS_SECRET_KEY] https://a.example/x');
    expect(terminal.printed()).not.toMatch(/planted|token/);
  });

  test.each([
    [false, 0, 'unknown maintain: Not known: the store is in memory'],
    [true, 1, 'WRONG   maintain: Never ran.'],
  ])('judges maintain() by a store that it sees (%s)', async (isStoreShared, code, line) => {
    const report = {
      ok: false,
      checks: [{ name: 'maintain', status: 'wrong', sentence: 'Never ran.' }],
      text: '',
      endpoint: '/api/flinks',
      widgetOrigin: 'https://x.example',
      isStoreShared,
    };
    const text = `export const flinks = {
      handler: async () => Response.json({ code: 'not-found' }, { status: 401, headers: { 'content-type': 'application/problem+json' } }),
      checkSetup: async () => (${JSON.stringify(report)}),
    };`;
    await using folder = await makeFolder({ ...files, 'lib/flinks.ts': text });
    const terminal = quietTerminal(folder.path);
    expect(await runCli(['doctor'], terminal)).toBe(code);
    expect(stripVTControlCharacters(terminal.printed())).toContain(line);
  });

  test('prints JSON, and exit code 1 where something is wrong', async () => {
    await using folder = await makeFolder({
      ...files,
      'here.ts': server("throw new Error('planted-canary');"),
    });
    const terminal = quietTerminal(folder.path);
    expect(await runCli(['doctor', '--json', '--server', 'here.ts'], terminal)).toBe(1);
    expect(JSON.parse(terminal.printed())).toMatchObject({
      ok: false,
      checks: expect.arrayContaining([
        {
          name: 'server module',
          status: 'wrong',
          sentence: expect.stringMatching(/^It threw Error in here\.ts/),
        },
      ]),
    });
    expect(terminal.printed()).not.toContain('planted');
  });

  test.each([
    ['no module', {}, 'npx flinks-kit init'],
    ['a module without the export', { 'flinks.ts': 'export const other = 1;' }, 'no export "flinks"'],
    ['a package that is missing', { 'flinks.ts': "import 'not-installed';" }, '"not-installed"'],
  ])('names %s', async (_name, app, word) => {
    await using folder = await makeFolder(app);
    const terminal = quietTerminal(folder.path);
    expect(await runCli(['doctor'], terminal)).toBe(1);
    expect(terminal.printed()).toContain(word);
  });
});

describe('the command line', () => {
  test.each([
    [['--help'], 0, 'flinks-kit doctor'],
    [[], 0, 'flinks-kit init'],
    [['docter'], 2, 'choose among init, doctor, keys'],
    [['doctor', '--url', 'nowhere'], 2, '--url'],
    [['keys'], 2, 'flinks-kit keys new'],
  ])('%j gives %i', async (args, code, word) => {
    const terminal = quietTerminal('/');
    expect(await runCli(args, terminal)).toBe(code);
    expect(terminal.printed()).toContain(word);
  });
});

describe('a mistake on the command line', () => {
  test.each([
    [['docter'], 'There is no command "docter": choose among init, doctor, keys.'],
    [['constructor'], 'There is no command "constructor"'],
    [['doctor', '--jsn'], "Unknown option '--jsn'."],
    [['doctor', 'lib/flinks.ts'], '"lib/flinks.ts" belongs to no option.'],
    [['doctor', '--url'], "Option '--url <value>' argument missing."],
    [['doctor', '--url', 'localhost:5173'], '--url is no web address'],
    [['doctor', '--json=yes'], "Option '--json' does not take an argument."],
    [['init', '--framwork', 'next'], "Unknown option '--framwork'."],
    [['init', '--framework', 'remix'], '--framework does not know "remix": choose among vite, next,'],
    [['init', 'next'], '"next" belongs to no option.'],
    [['keys'], 'Write "flinks-kit keys new".'],
    [['keys', 'new', '.env'], '".env" belongs to no option.'],
    [['keys', 'new', '--evn', '.env'], "Unknown option '--evn'."],
    [['keys', 'new', '--env', '-x'], "Option '--env' argument is ambiguous."],
  ])('%j is one sentence, and exit code 2', async (args, sentence) => {
    await using folder = await makeFolder({});
    const terminal = quietTerminal(folder.path);
    expect(await runCli(args, terminal)).toBe(2);
    expect(terminal.printed()).toContain(sentence);
    // Node's advice to programmers.
    expect(terminal.printed()).not.toContain('To specify');
    expect(terminal.printed()).toContain('flinks-kit --help');
  });
});
