// The layers of each package, written down once, and the check that keeps them: no import goes up, type imports
// included, no two folders import each other in a circle, and `react`, `server` and `sandbox` meet in `core` only.
import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { root, stop } from './prepare.mjs';

/** Bottom first. Folders of one line may import each other, but not in a circle. */
const layers = {
  core: [
    ['internal', 'wire', 'accounts/numbers'],
    ['accounts/parse'],
    ['accounts/eft', 'accounts/money'],
    ['accounts/identity', 'accounts/labels', 'codes', 'connections'],
    ['session'],
    ['client'],
  ],
  react: [
    ['development', 'format', 'interaction', 'labels', 'query'],
    ['provider'],
    ['institutions'],
    ['session', 'accounts', 'connections'],
    ['testing'],
  ],
  server: [
    ['common'],
    ['crypto'],
    ['flinks', 'store'],
    ['context', 'postgres'],
    ['connections'],
    ['collection'],
    ['linking', 'refresh', 'deletion', 'webhooks'],
    ['operations', 'maintenance', 'setup'],
    ['http'],
    ['node'],
  ],
  sandbox: [
    ['state', 'validation'],
    ['scenarios', 'people', 'institutions'],
    ['bank'],
    ['api'],
    ['faults', 'webhooks', 'widget/texts'],
    ['widget/screens'],
    ['widget'],
    ['control'],
    ['node'],
  ],
  cli: [['common'], ['keys'], ['init', 'doctor']],
};

/** Violations that may stay: none. */
const known = 0;

/** What a package may import of the others. */
const imports = { core: [], react: ['core'], server: ['core'], sandbox: ['core'], cli: ['server'] };

const notSource = String.raw`(\.test\.|\.test-d\.|\.stories\.|/test/|/dist/)`;
const anyOf = (names) => `(${names.join('|')})`;

const forbidden = Object.entries(layers).flatMap(([name, ofPackage]) => {
  const src = `^packages/${name}/src`;
  const upward = ofPackage.slice(0, -1).map((folders, index) => ({
    name: `${name}: ${folders.join(', ')} imports a layer above it`,
    severity: 'error',
    from: { path: `${src}/${anyOf(folders)}/[^/]+$` },
    to: { path: `${src}/${anyOf(ofPackage.slice(index + 1).flat())}/[^/]+$` },
  }));
  return [
    ...upward,
    {
      name: `${name}: a folder imports a file above all folders`,
      severity: 'error',
      from: { path: `${src}/[^/]+/`, pathNot: `${src}/node/` },
      to: { path: `${src}/[^/]+$` },
    },
    {
      name: `${name}: imports another package than ${anyOf(imports[name])}`,
      severity: 'error',
      from: { path: `${src}/` },
      to: { path: '^packages/', pathNot: `^packages/${anyOf([name, ...imports[name]])}/` },
    },
    {
      name: `${name}: this folder is in no layer`,
      severity: 'error',
      from: { path: `${src}/.+/`, pathNot: `${src}/${anyOf(ofPackage.flat())}/` },
      to: {},
    },
  ];
});
const ruleSet = {
  forbidden: [
    ...forbidden,
    { name: 'folders in a circle', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    {
      name: 'core imports nothing',
      severity: 'error',
      from: { path: '^packages/core/src' },
      to: { pathNot: '^packages/core/src' },
    },
  ],
};

process.chdir(root);
const { output } = await cruise(
  Object.keys(layers).map((name) => `packages/${name}/src`),
  {
    ruleSet,
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: notSource },
  },
  {
    conditionNames: ['@flinks-kit/source', 'import', 'default'],
    exportsFields: ['exports'],
  },
);
const { modules, summary } = output;

// A cruise that can't read TypeScript finds no module, and so no fault.
const read = new Set(modules.map(({ source }) => source));
const unread = Object.keys(layers)
  .flatMap((name) =>
    readdirSync(`packages/${name}/src`, { recursive: true }).map((file) => `packages/${name}/src/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !new RegExp(notSource).test(file) && !read.has(file));
const edges = modules.flatMap(({ source, dependencies }) =>
  source.startsWith('packages/') ? dependencies : [],
);
if (unread.length > 0 || read.size < 300 || edges.length < 2 * read.size) {
  stop(`Only ${read.size} modules with ${edges.length} imports were read, without: ${unread.join(', ')}.`);
}
const unlisted = readdirSync('packages').filter((name) => !Object.hasOwn(layers, name));
if (unlisted.length > 0) stop(`Write down the layers of ${unlisted.join(', ')} in .ci/layers.mjs.`);

const count = summary.violations.length;
for (const { rule, from, to } of summary.violations) console.error(`✗ ${rule.name}: ${from} → ${to}`);
console.log(
  `${read.size} modules, ${edges.length} imports, ${count} violations of the layers (${known} known).`,
);
if (count < known) console.log(`Lower "known" in .ci/layers.mjs to ${count}.`);
process.exitCode = count <= known ? 0 : 1;
