import { isFrench } from '../internal/locale.ts';
import { isMaintenanceCode, type KnownFlinksCode, knownFlinksCodes } from '../wire/flinksCodes.ts';
import type { CodeWords, Remedy, RemedyFacts, RemedySource, RemedyWords } from './remedy.ts';
import { remedyFacts, unknownCodeFacts } from './remedyFacts.ts';
import { remedyWordsEn } from './remedyWords.en.ts';
import { remedyWordsFrCA } from './remedyWords.frCA.ts';

/**
 * What a code of Flinks means for the user: who must act, whether to retry now, later or never, a title, a
 * sentence and what to press. The same code means different things at the widget, at Authorize, at a data call and
 * at the token: `source` decides. In French for any French locale, else in English.
 */
export function describeFlinksCode(
  flinksCode: string,
  options: { readonly source: RemedySource; readonly locale: string },
): Remedy {
  return describeRemedy(
    flinksCode,
    options.source,
    isFrench(options.locale) ? remedyWordsFrCA : remedyWordsEn,
  );
}

/**
 * What a code of Flinks means in one place, and what can be done, in the words given: a bundle then carries one
 * language. `describeFlinksCode` picks them by locale. An unknown code gets a sensible answer too.
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
  const found: CodeWords = code === null ? words.unknown : words.codes[code];
  // What a refresh learns about a sign-in, a data call learns about the same one.
  return found[source] ?? (source === 'data' ? found.authorize : undefined) ?? found;
}

function knownCode(code: string): KnownFlinksCode | null {
  const spelled = isMaintenanceCode(code) ? 'BANK_MAINTENANCE_RETRY_LATER' : code;
  return knownFlinksCodes.find((known) => known === spelled) ?? null;
}
