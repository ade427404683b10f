import { type KnownFlinksCode, knownFlinksCodes } from '../wire/flinksCodes.ts';
import type { Remedy, RemedyFacts, RemedySource } from './remedy.ts';
import { remedyFacts, unknownCodeFacts } from './remedyFacts.ts';
import type { CodeWords, RemedyWords } from './remedyWords.ts';

/**
 * What a code of Flinks means in one place, and what can be done, in the words given: a bundle then carries one
 * language. `describeFlinksCode` picks them by locale. A code that nobody knows gets a sensible answer too.
 */
export function describeRemedy(flinksCode: string, source: RemedySource, words: RemedyWords): Remedy {
  const known = knownCode(flinksCode);
  const facts = readFacts(known, source);
  const { title, body } = readWords(known, source, words);
  return {
    ...facts,
    flinksCode,
    source,
    title,
    body: `${body} ${words.places[source]}`,
    actionLabel: words.actions[facts.action],
  };
}

/** The same without words, for code that only has to decide. */
export function remedyFor(flinksCode: string, source: RemedySource): RemedyFacts {
  return readFacts(knownCode(flinksCode), source);
}

function readFacts(code: KnownFlinksCode | null, source: RemedySource): RemedyFacts {
  const facts = code === null ? unknownCodeFacts : remedyFacts[code];
  return facts[source] ?? facts.everywhere;
}

function readWords(code: KnownFlinksCode | null, source: RemedySource, words: RemedyWords) {
  const said: CodeWords = code === null ? words.unknown : words.codes[code];
  // What a refresh learns about a sign-in, a data call learns about the same one.
  return said[source] ?? (source === 'data' ? said.authorize : undefined) ?? said;
}

function knownCode(code: string): KnownFlinksCode | null {
  // Flinks prints the maintenance code in three spellings (docs/flinks/api.md 3.1).
  const spelled = /^BANK[ _]MAINTEN\w*_RETRY_LATER$/.test(code) ? 'BANK_MAINTENANCE_RETRY_LATER' : code;
  return knownFlinksCodes.find((known) => known === spelled) ?? null;
}
