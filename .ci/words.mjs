// Keeps retired words out of names, sentences and texts: where the field has a word, we use that word (CONTRIBUTING,
// "Style"). `node .ci/words.mjs packages/core` lists those of a folder, each with the word to use instead.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

// Programs do not speak.
const speech = [
  [/\b(?:tells?|told)\b/gi, 'returns, reports, gives'],
  [/\b(?:says?|said)\b/gi, 'returns, sends, states'],
  [/\b(?:speaks?|believes?|overheard)\b/gi, 'sends, reports, is in (a language)'],
];

// Legitimate uses, at most 25: the words of other vocabularies.
const allowed = [
  // [file, text of the line]
];

const notText = /^pnpm-lock\.yaml$|\.(?:png|svg|ico|woff2|snap)$|^\.ci\/words\.mjs$/;
const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
const files = stdout.split('\0').filter((file) => file !== '' && !notText.test(file));
const uses = files.flatMap((file) => {
  const lines = readFileSync(root + file, 'utf8').split('\n');
  return [...find(file, 0, file), ...lines.flatMap((line, index) => find(file, index + 1, line))];
});

const unused = allowed.filter(
  ([file, what]) => !files.includes(file) || !readFileSync(root + file, 'utf8').includes(what),
);

const [, , within = ''] = process.argv;
const found = uses.filter(({ file }) => file.startsWith(within));
for (const { file, line, word, instead } of found) console.error(`${file}:${line}: ${word} → ${instead}`);
for (const [file, what] of unused) console.error(`✗ ${file} does not contain “${what}”: allow it no longer.`);
if (allowed.length > 25) console.error(`✗ ${allowed.length} uses are allowed: at most 25.`);
if (files.length < 500) console.error('✗ Too few files were read.');
console.log(`${files.length} files: ${found.length} retired words, ${allowed.length} legitimate uses.`);
process.exitCode =
  found.length === 0 && unused.length === 0 && allowed.length <= 25 && files.length >= 500 ? 0 : 1;

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
  return [...retired, ...speech].flatMap(([pattern, instead, folder = '']) =>
    file.startsWith(folder)
      ? [...text.matchAll(pattern)].map(([word]) => ({ file, line, word, instead }))
      : [],
  );
}
