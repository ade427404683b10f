// Checks the typography of every French text: a no-break space before `:`, `?` and `!` and inside guillemets, so that
// none of them begins a line, and no space before `;`, as in Canada. Texts that are functions are called with made-up
// facts.
import { remedyWordsFrCA } from '../packages/core/src/codes/remedyWords.frCA.ts';
import { frCA } from '../packages/react/src/labels/frCA.ts';
import { fr as widget } from '../packages/sandbox/src/widget/texts/fr.ts';
import { en as sampleAppEn } from '../apps/demo/src/text/en.ts';
import { fr as sampleApp } from '../apps/demo/src/text/fr.ts';

const texts = {
  'packages/react/src/labels': frCA,
  'packages/core/src/codes/remedyWords.frCA.ts': remedyWordsFrCA,
  'packages/sandbox/src/widget/texts/fr.ts': widget,
  'apps/demo/src/text/fr.ts': sampleApp,
};

const wrong = [
  { what: 'a space that may break before this sign', pattern: / [:?!»]|« / },
  { what: 'no space before this sign', pattern: /[\p{L}\p{N})][?!]|\p{L}:(?= |$)/u },
  { what: 'a space before the semicolon', pattern: /\s;/ },
];

/** Texts that lead to the other language: among English texts they are French. */
const inOtherLanguage: ReadonlySet<string> = new Set(['languageLabel', 'inOther']);

/** Every fact of a sentence, whatever its name. */
const facts: unknown = new Proxy({}, { get: () => 'fait' });
const calls: readonly (readonly unknown[])[] = [
  [1, 0, 1],
  [2, 1, 2],
  [3, 2, 3],
  [null, null, null],
  ['fait', 'fait', 'fait'],
  [facts],
];

const faults: string[] = [];
let checked = 0;
for (const [file, text] of Object.entries(texts)) check(text, file);
checkFrench(sampleAppEn, 'apps/demo/src/text/en.ts');

console.log(`${checked} French texts, ${faults.length} faults.`);
for (const fault of faults) console.error(`✗ ${fault}`);
if (checked < 500) faults.push('too little was found to be checked');
process.exitCode = faults.length === 0 ? 0 : 1;

function check(value: unknown, path: string): void {
  if (typeof value === 'string') {
    checked += 1;
    for (const { what, pattern } of wrong) if (pattern.test(value)) faults.push(`${path}: ${what}: ${value}`);
  } else if (typeof value === 'function') {
    const results = new Set(calls.flatMap((args) => tryCall(() => value(...args))));
    if (results.size === 0) faults.push(`${path}: no made-up facts make a text of it`);
    for (const result of results) check(result, path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      if (!inOtherLanguage.has(name)) check(each, `${path} ${name}`);
    }
  }
}

/** Checks what is French among English texts. */
function checkFrench(english: object, path: string): void {
  for (const [name, each] of Object.entries(english)) {
    if (inOtherLanguage.has(name)) check(each, path);
    else if (typeof each === 'object' && each !== null) checkFrench(each, path);
  }
}

// Facts of the wrong type: another call has the right ones.
function tryCall(call: () => unknown): readonly unknown[] {
  try {
    return [call()];
  } catch {
    return [];
  }
}
