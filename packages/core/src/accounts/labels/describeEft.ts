import { accountSentencesEn } from './accountSentences.en.ts';
import { accountSentencesFrCA } from './accountSentences.frCA.ts';
import type { AccountSentences } from './accountSentences.ts';
import {
  type AssessmentText,
  describeAssessment,
  type DescribeAssessmentOptions,
} from './describeAssessment.ts';
import type { EftAssessment } from '../eft/eftAssessment.ts';

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
  return locale.toLowerCase().startsWith('fr') ? accountSentencesFrCA : accountSentencesEn;
}
