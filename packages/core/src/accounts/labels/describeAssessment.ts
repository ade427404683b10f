import type { AccountSentences, PaymentMethod } from './accountSentences.ts';
import type { EftAssessment, EftReason, EftStatus } from '../eft/eftAssessment.ts';

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
  const { status, reasons } = assessment;
  const sentences = reasons
    .filter((reason, index) => index === 0 || isWorthSaying(reason, status))
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

// Beside a refusal, what is complete or odd about the numbers would only confuse: it stays in `reasons`.
function isWorthSaying(reason: EftReason, status: EftStatus): boolean {
  return reason === 'details-complete' ? status === 'eligible' : status !== 'ineligible';
}

function fill(sentence: string, method: string, missing: string): string {
  return sentence.replaceAll('{method}', method).replaceAll('{missing}', missing);
}
