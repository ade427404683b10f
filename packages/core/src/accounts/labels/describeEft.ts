import { isFrench } from '../../internal/locale.ts';
import type { EftAssessment } from '../eft/assessEft.ts';
import { type AccountSentences, accountSentencesEn, type PaymentMethod } from './accountLabels.en.ts';
import { accountSentencesFrCA } from './accountLabels.frCA.ts';

/** An assessment in words, in French for any French locale and else in English. */
export function describeEft(
  assessment: EftAssessment,
  locale: string,
  options?: DescribeAssessmentOptions,
): AssessmentText {
  return describeAssessment(assessment, accountSentences(locale), options);
}

/** The words for a locale. Both languages come along: an app with one language takes its table instead. */
export function accountSentences(locale: string): AccountSentences {
  return isFrench(locale) ? accountSentencesFrCA : accountSentencesEn;
}

/**
 * An assessment in words: a short status for a badge, and a sentence with the reason. Pass the words of one language,
 * so that a bundle carries no other; `describeEft` picks them by locale.
 */
export function describeAssessment(
  assessment: EftAssessment,
  words: Pick<AccountSentences, 'methods' | 'eftStatuses' | 'eftReasons' | 'eftMissing' | 'eftProvisional'>,
  options: DescribeAssessmentOptions = {},
): AssessmentText {
  const { status, reasons, missing, provisional } = assessment;
  const fill = (sentence: string): string =>
    sentence
      .replaceAll('{method}', words.methods[options.method ?? 'eft'])
      // A function: of thousands of accounts, few have a sentence that names what is missing.
      .replaceAll('{missing}', () => missing.flatMap((fact) => words.eftMissing[fact] ?? []).join(', '));
  const sentences = reasons
    // Beside a refusal, what is complete or odd about the numbers would only confuse: it stays in `reasons`.
    .filter(
      (reason, index) =>
        index === 0 || (reason === 'details-complete' ? status === 'eligible' : status !== 'ineligible'),
    )
    .map((reason) => words.eftReasons[reason] ?? words.eftReasons.other);
  if (provisional) sentences.push(words.eftProvisional);
  // A newer server may send a status that this version does not know.
  const known = Object.hasOwn(words.eftStatuses, status) ? status : 'unknown';
  return {
    status: fill(words.eftStatuses[known]),
    explanation: fill(sentences.join(' ')),
  };
}

/** Which payment is meant; EFT by default. */
export interface DescribeAssessmentOptions {
  readonly method?: PaymentMethod | undefined;
}

/** An assessment for people. */
export interface AssessmentText {
  readonly status: string;
  readonly explanation: string;
}
