import type { AccountSentences, PaymentMethod } from './accountSentences.ts';
import type { EftAssessment } from './eftAssessment.ts';

/**
 * An assessment in words: a short status for a badge, and a sentence that says why. Pass the words of one language,
 * so that a bundle carries no other; `describeEft` picks them by locale.
 */
export function describeAssessment(
  assessment: EftAssessment,
  words: Pick<AccountSentences, 'methods' | 'eftStatuses' | 'eftReasons' | 'eftMissing' | 'eftProvisional'>,
  options: DescribeAssessmentOptions = {},
): AssessmentText {
  const method = words.methods[options.method ?? 'eft'];
  const missing = assessment.missing.map((fact) => words.eftMissing[fact]).join(', ');
  const sentences = assessment.reasons
    // "Everything is there" explains a good verdict; beside a bad one it only confuses.
    .filter(
      (reason, index) => index === 0 || reason !== 'details-complete' || assessment.status === 'eligible',
    )
    .map((reason) => words.eftReasons[reason] ?? words.eftReasons.other);
  if (assessment.provisional) sentences.push(words.eftProvisional);
  return {
    status: fill(words.eftStatuses[assessment.status], method, missing),
    explanation: fill(sentences.join(' '), method, missing),
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

function fill(sentence: string, method: string, missing: string): string {
  return sentence.replaceAll('{method}', method).replaceAll('{missing}', missing);
}
