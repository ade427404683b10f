// Keeps retired words out of names, sentences and texts: where the field has a word, we use that word (CONTRIBUTING,
// "Style"). `node .ci/words.mjs packages/core` lists what is left in a folder, each with the word to use instead.
// A folder may have as many as `words.json` says, a number that only falls: `node .ci/words.mjs --lower` lowers it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './prepare.mjs';

const theActor =
  'the actor: the user, the browser, the app, our server, Flinks, the widget, the bank, another process, the caller';

// Each pattern finds the word in prose and inside names (`visitBank`, `noteVisit`, `isVisiting`).
const retired = [
  [named('hops?'), '`FetchHandler`, handler, request function'],
  [named('somebody|anybody|nobody|everybody|whoever'), theActor],
  [/\ba person who\b|\bwhat was told\b/gi, theActor],
  [/\banew\b/gi, 'again'],
  [named('strangers?'), 'another user; the packed-package test'],
  [named('showroom'), 'Storybook'],
  [named('faces?'), 'view state, notice state'],
  [named('doors?'), 'entry point; widget start page'],
  [named('surroundings'), 'context'],
  [named('standings?'), 'status'],
  [named('care'), 'connections'],
  [named('visit|visits|visited|visiting|visitors?'), 'live refresh, refresh'],
  [named('weather'), 'fault preset'],
  [named('drawer'), 'developer panel'],
  [named('nights?'), 'nightly refresh run'],
  [named('proved|unproved'), 'verified, unverified'],
  [named('letters?'), 'webhook delivery', 'packages/server'],
  [named('deeds?'), 'action'],
  [named('happenings?'), 'event'],
  [named('patient|patiently|impatient'), 'with retries'],
  [named('corners'), 'pairwise matrix', '.ci'],
  [/\b(?:parse|other)?Looks\b|\bLook\b/g, 'Appearance', '.storybook'],
  [/\bcreateTurns\b|\b[Tt]urns\.\w/g, 'keyed mutex'],
  [named('flights'), 'single flight'],
  [named('twins?'), 'async endpoint'],
  [named('nudge[sd]?'), 'resume'],
  [/(?<!in-)\bhouse\b|\brooms?\b|\bneighbou?rs?\b/gi, 'repository, folder, concurrent user'],
  [named('buried'), 'deleted'],
  [named('obey(?:s|ed)?'), 'apply'],
  [named('hear(?:s|d|ing)?'), 'handle, receive'],
  [named('courtesy'), 'best effort'],
  [/\bbehind the back\b/gi, 'in the background'],
  [/\bprop\b/g, 'sandbox banner', 'packages/sandbox'],
  [/\btakesReturn\b/g, '`handleRedirect`'],
  [/\b(?:Comparable|Groupable)\b/g, '`ComparableAccount`, `GroupableAccount`'],
  [
    /\b(?:use)?[rR]emoveConnection\w*|\b[rR]emovals?\w*|\b\w+Removals?\b/g,
    'delete: `deleteConnection`, deletion',
  ],
  [
    /\b(?:set|use)ScheduledRefresh\b|\bscheduledRefreshMutation\w*|\bScheduledRefreshChange\b|\bNightlySwitch\b/g,
    '`setNightlyRefresh`, `NightlyRefreshSwitch`',
  ],
  [/\bconnection-provisional\b/g, '`connection-unverified`'],
  [/\bDetailManner\b/g, '`DetailBehaviour`'],
];

// Programs do not speak. A sentence may need one of these once, so they have a count of their own.
const speech = [
  [/\b(?:tells?|told)\b/gi, 'returns, reports, gives'],
  [/\b(?:says?|said)\b/gi, 'returns, sends, states'],
];

// Legitimate uses, at most 25: the words of other vocabularies.
const allowed = [
  // [file, text of the line]
];

const notText = /^pnpm-lock\.yaml$|\.(?:png|svg|ico|woff2|snap)$|^\.ci\/words\.(?:mjs|json)$/;
const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
const files = stdout.split('\0').filter((file) => file !== '' && !notText.test(file));
const uses = files.flatMap((file) => {
  const lines = readFileSync(root + file, 'utf8').split('\n');
  return [...find(file, 0, file), ...lines.flatMap((line, index) => find(file, index + 1, line))];
});

const ceilings = JSON.parse(readFileSync(`${root}.ci/words.json`, 'utf8'));
const [, , argument] = process.argv;
if (argument === '--lower') lower();
else if (argument !== undefined) print(uses.filter(({ file }) => file.startsWith(argument)));
else check();

/** The word by itself, at the start of a sentence, or as a part of a name. */
function named(word) {
  const capital = word
    .split('|')
    .map((one) => one.charAt(0).toUpperCase() + one.slice(1))
    .join('|');
  return new RegExp(`(?<![\\w@-])(?:${word})(?![a-z])|(?<![A-Z])(?:${capital})(?![a-z])`, 'g');
}

function find(file, line, text) {
  if (allowed.some(([where, what]) => where === file && text.includes(what))) return [];
  const of = (group, words) =>
    words.flatMap(([pattern, instead, folder = '']) =>
      file.startsWith(folder)
        ? [...text.matchAll(pattern)].map(([word]) => ({ file, line, word, instead, group }))
        : [],
    );
  return [...of('retired', retired), ...of('speech', speech)];
}

function check() {
  const counts = count();
  let isFine = allowed.length <= 25;
  if (!isFine) console.error(`✗ ${allowed.length} uses are allowed: at most 25.`);
  for (const [group, ofGroup] of Object.entries(counts)) {
    for (const [folder, found] of Object.entries(ofGroup)) {
      const ceiling = ceilings[group][folder] ?? 0;
      if (found <= ceiling) continue;
      isFine = false;
      print(uses.filter((use) => use.group === group && folderOf(use.file) === folder));
      console.error(`✗ ${folder} has ${found} ${group} words, and may have ${ceiling}.`);
    }
  }
  const total = (group) => uses.filter((use) => use.group === group).length;
  console.log(
    `${files.length} files: ${total('retired')} retired words, ${total('speech')} programs that speak, ${allowed.length} legitimate uses.`,
  );
  if (files.length < 500) console.error('✗ Too few files were read.');
  process.exitCode = isFine && files.length >= 500 ? 0 : 1;
}

function lower() {
  const counts = count();
  const next = Object.fromEntries(
    Object.keys(ceilings).map((group) => [
      group,
      Object.fromEntries(
        Object.entries(ceilings[group])
          .map(([folder, ceiling]) => [folder, Math.min(ceiling, counts[group]?.[folder] ?? 0)])
          .filter(([, ceiling]) => ceiling > 0),
      ),
    ]),
  );
  writeFileSync(`${root}.ci/words.json`, `${JSON.stringify(next, null, 2)}\n`);
}

function count() {
  const counts = { retired: {}, speech: {} };
  for (const { file, group } of uses)
    counts[group][folderOf(file)] = (counts[group][folderOf(file)] ?? 0) + 1;
  return counts;
}

function folderOf(file) {
  const [first, second, ...rest] = file.split('/');
  if (second === undefined) return '.';
  return rest.length > 0 && ['packages', 'apps', 'docs'].includes(first) ? `${first}/${second}` : first;
}

function print(found) {
  for (const { file, line, word, instead } of found) console.error(`${file}:${line}: ${word} → ${instead}`);
}
