import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { makeFolder, quietTerminal } from '../../test/makeFolder.ts';
import { runCli } from '../runCli.ts';

const viteConfig = `import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

// https://vite.dev/config/
export default defineConfig({
  plugins: [react()], // ours
})
`;

const manifest = (dependencies: Record<string, string>, devDependencies: Record<string, string> = {}) =>
  `${JSON.stringify({ name: 'app', scripts: { dev: 'x', build: 'y' }, dependencies, devDependencies }, null, 2)}\n`;

const apps = {
  vite: {
    'package.json': manifest({ react: '19' }, { vite: '8', typescript: '7' }),
    'vite.config.ts': viteConfig,
    '.gitignore': 'node_modules\n*.local\n',
    'src/App.tsx': '',
  },
  next: {
    'package.json': manifest({ next: '16', react: '19' }, { typescript: '7' }),
    '.gitignore': '.env*\n',
    'app/page.tsx': '',
  },
  'next in src, JavaScript': {
    'package.json': manifest({ next: '16', react: '19' }),
    'src/app/page.jsx': '',
  },
  'next below a path': {
    'package.json': manifest({ next: '16', react: '19' }, { typescript: '7' }),
    'app/page.tsx': '',
    'next.config.ts': `import type { NextConfig } from 'next';
// basePath: '/old'
const config: NextConfig = { basePath: '/bank', trailingSlash: true };
export default config;
`,
  },
  express: { 'package.json': manifest({ express: '5' }), 'index.js': '' },
  hono: { 'package.json': manifest({ hono: '4' }, { typescript: '7' }), 'src/index.ts': '' },
  fastify: { 'package.json': manifest({ fastify: '5' }) },
  'vite beside express': {
    'package.json': manifest({ react: '19', express: '5' }, { vite: '8' }),
    'vite.config.js': viteConfig,
  },
} as const satisfies Record<string, Record<string, string>>;

const init = async (cwd: string, ...args: string[]) => {
  const terminal = quietTerminal(cwd);
  const code = await runCli(['init', '--no-install', ...args], terminal);
  return { code, printed: terminal.printed() };
};

describe('init: what it adds', () => {
  test.each<[keyof typeof apps, string[]]>([
    [
      'vite',
      ['server/flinks.ts', 'server/flinksDevServer.ts', 'src/BankPage.tsx', 'src/bank.tsx', 'bank.html'],
    ],
    [
      'next',
      ['lib/flinks.ts', 'app/api/flinks/[...path]/route.ts', 'app/bank/page.tsx', 'app/bank/BankPage.tsx'],
    ],
    [
      'next in src, JavaScript',
      [
        'src/lib/flinks.js',
        'src/app/api/flinks/[...path]/route.js',
        'src/app/bank/page.jsx',
        'src/app/bank/BankPage.jsx',
      ],
    ],
    [
      'next below a path',
      ['lib/flinks.ts', 'app/api/flinks/[...path]/route.ts', 'app/bank/page.tsx', 'app/bank/BankPage.tsx'],
    ],
    ['express', ['flinks.js']],
    ['hono', ['src/flinks.ts']],
    ['fastify', ['flinks.js']],
    ['vite beside express', ['server/flinks.ts', 'src/BankPage.tsx', 'src/bank.tsx', 'bank.html']],
  ])('for %s', async (name, added) => {
    await using folder = await makeFolder(apps[name]);
    expect(await init(folder.path)).toMatchObject({ code: 0 });
    const before = Object.keys(apps[name]);
    const after = Object.keys(await folder.all()).filter((file) => !before.includes(file));
    const always = ['.env', '.env.example', ...(before.includes('.gitignore') ? [] : ['.gitignore'])];
    expect(after.toSorted()).toEqual([...added, ...always].toSorted());
  });

  test.each(Object.entries(apps))('a second time for %s: nothing', async (_name, files) => {
    await using folder = await makeFolder(files);
    await init(folder.path);
    const first = await folder.all();
    expect((await init(folder.path)).printed).toContain('nothing was changed');
    expect(await folder.all()).toEqual(first);
  });

  test('a key of 32 bytes in .env, which git ignores, and none in .env.example', async () => {
    await using folder = await makeFolder(apps.vite);
    await init(folder.path);
    const { ENCRYPTION_KEY = '', FLINKS_API_URL } = parseEnv(await folder.read('.env'));
    expect(Buffer.from(ENCRYPTION_KEY, 'base64')).toHaveLength(32);
    expect(FLINKS_API_URL).toBe('http://localhost:4174');
    expect(parseEnv(await folder.read('.env.example'))).toMatchObject({ ENCRYPTION_KEY: '', FLINKS_API_URL });
    expect(await folder.read('.gitignore')).toBe('node_modules\n*.local\n.env\n');
  });

  test('the plugin in vite.config, whose comments and layout stay', async () => {
    await using folder = await makeFolder(apps.vite);
    await init(folder.path);
    const config = await folder.read('vite.config.ts');
    expect(config).toContain('// https://vite.dev/config/');
    expect(config).toMatch(/import \{ flinksDevServer \} from ["']\.\/server\/flinksDevServer["']/);
    expect(config).toMatch(/plugins: \[react\(\), flinksDevServer\(\)\]/);
  });

  test('the packages, and a script that runs the app beside the sandbox', async () => {
    await using folder = await makeFolder(apps.vite);
    await init(folder.path);
    const { scripts, dependencies, devDependencies } = JSON.parse(await folder.read('package.json'));
    expect(scripts).toEqual({
      dev: 'x',
      build: 'y',
      'dev:bank': 'flinks-sandbox --port 4174 -- npm run dev',
    });
    expect(Object.keys(dependencies)).toEqual([
      '@flinks-kit/react',
      '@flinks-kit/server',
      '@tanstack/react-query',
      'react',
    ]);
    expect(Object.keys(devDependencies)).toEqual(['@flinks-kit/sandbox', 'typescript', 'vite']);
  });
});

describe('init: what it leaves alone', () => {
  test('what the user wrote: files, scripts, versions, variables', async () => {
    const mine = {
      ...apps.next,
      'package.json': JSON.stringify({
        scripts: { 'dev:bank': 'mine' },
        dependencies: { next: '16', '@flinks-kit/server': 'file:mine' },
      }),
      'lib/flinks.ts': '// mine\n',
      '.env': 'ENCRYPTION_KEY=mine\n# mine\n',
    };
    await using folder = await makeFolder(mine);
    await init(folder.path);
    expect(await folder.read('lib/flinks.ts')).toBe('// mine\n');
    expect(JSON.parse(await folder.read('package.json'))).toMatchObject({
      scripts: { 'dev:bank': 'mine' },
      dependencies: { '@flinks-kit/server': 'file:mine' },
    });
    const env = await folder.read('.env');
    expect(env).toContain('# mine\n');
    expect(parseEnv(env)['ENCRYPTION_KEY']).toBe('mine');
  });

  test('a vite.config of a form that it cannot edit, for which it prints the lines', async () => {
    const config = 'export { default } from "./elsewhere";\n';
    await using folder = await makeFolder({ ...apps.vite, 'vite.config.ts': config });
    const { printed } = await init(folder.path);
    expect(await folder.read('vite.config.ts')).toBe(config);
    expect(printed).toContain('plugins: [flinksDevServer()]');
  });
});

describe('init: the basePath of Next', () => {
  const endpoints = async (folder: Awaited<ReturnType<typeof makeFolder>>) => [
    /endpoint: '(.*)'/.exec(await folder.read('lib/flinks.ts'))?.[1],
    /endpoint="(.*?)"/.exec(await folder.read('app/bank/BankPage.tsx'))?.[1],
  ];

  test.each([
    ['none', 'export default { trailingSlash: true };', ''],
    ['a text', "export default { basePath: '/shop' };", '/shop'],
    ['a text in CommonJS', "module.exports = { 'basePath': '/shop' };", '/shop'],
    [
      'none, and redirects that opt out of one',
      "export default { redirects: () => [{ source: '/a', destination: '/b', basePath: false }] };",
      '',
    ],
    [
      'a text, and redirects that opt out of it',
      "export default { basePath: '/shop', rewrites: () => [{ source: '/a', 'basePath': false }] };",
      '/shop',
    ],
    ['none, and a comment about it', "// no basePath\nexport default { output: 'export' };", ''],
    ['a text inside a plugin', "export default withPlugin({ basePath: '/shop' });", '/shop'],
  ])('%s: the endpoint and the page stand below it', async (_name, config, basePath) => {
    await using folder = await makeFolder({ ...apps.next, 'next.config.mjs': config });
    const { printed } = await init(folder.path);
    expect(await endpoints(folder)).toEqual([`${basePath}/api/flinks`, `${basePath}/api/flinks`]);
    expect(printed).toContain(`http://localhost:3000${basePath}/bank`);
    expect(printed).not.toContain('basePath');
  });

  test.each([
    ['a variable', 'export default { basePath: process.env.BASE };'],
    ['two of them', "export default one ? { basePath: '/a' } : { basePath: '/b' };"],
    ['an assignment', "const config = {};\nconfig.basePath = '/docs';\nexport default config;"],
    ['an assignment by a text', "const config = {};\nconfig['basePath'] = '/docs';\nexport default config;"],
    [
      'an assignment beside redirects that opt out of it',
      "const config = { redirects: () => [{ basePath: false }] };\nconfig.basePath = '/docs';\nexport default config;",
    ],
    ['a file with a syntax error', "export default { basePath: '/a' "],
  ])('%s: it prints that it could not read it', async (_name, config) => {
    await using folder = await makeFolder({ ...apps.next, 'next.config.mjs': config });
    const { printed } = await init(folder.path);
    expect(await endpoints(folder)).toEqual(['/api/flinks', '/api/flinks']);
    expect(printed).toContain(
      'Put the basePath of next.config, which has a form that init cannot read, before',
    );
  });
});

describe('init: what it prints', () => {
  test.each<[keyof typeof apps, string]>([
    ['express', "app.use('/api/flinks', toNodeHandler(flinks.handler));"],
    ['hono', "app.all('/api/flinks/*', (context) => flinks.handler(context.req.raw));"],
    ['fastify', 'reply.hijack()'],
    ['vite beside express', 'changeOrigin: false'],
  ])('the lines to paste for %s', async (name, line) => {
    await using folder = await makeFolder(apps[name]);
    expect((await init(folder.path)).printed).toContain(line);
  });

  test('no secret: neither the new key, nor what .env held before', async () => {
    await using folder = await makeFolder({ ...apps.vite, '.env': 'MINE=planted-canary\n' });
    const { printed } = await init(folder.path);
    const { ENCRYPTION_KEY = 'none' } = parseEnv(await folder.read('.env'));
    expect(printed).toContain('.env');
    expect(printed).not.toContain('planted-canary');
    expect(printed).not.toContain(ENCRYPTION_KEY);
  });
});

describe('init: what it refuses', () => {
  test.each([
    ['a folder without package.json', {}, [], 'package.json'],
    ['an app that it does not know', { 'package.json': manifest({ koa: '3' }) }, [], '--framework'],
    [
      'a Next app without the app router',
      { 'package.json': manifest({ next: '16' }), 'pages/index.tsx': '' },
      [],
      'app router',
    ],
    ['a framework that does not exist', apps.vite, ['--framework', 'koa'], 'koa'],
    ['an option that does not exist', apps.vite, ['--nope'], '--nope'],
  ])('%s', async (_name, files, args, word) => {
    await using folder = await makeFolder(files);
    const { code, printed } = await init(folder.path, ...args);
    expect([code, printed]).toEqual([2, expect.stringContaining(word)]);
    expect(await folder.all()).toEqual(files);
  });
});
