import type { FlinksCode } from '../wire/flinksCodes.ts';
import type { ConnectStep } from '../wire/steps.ts';
import type { ConnectStage } from './session.ts';

/**
 * What one session was like, without personal data by construction: names of steps and codes, times and counts.
 * Every end carries one, and an interrupted session sends what it has.
 */
export interface ConnectReport {
  readonly sessionId: string | null;
  /** ISO 8601 in UTC: when `open` was called. */
  readonly startedAt: string;
  /** Milliseconds from `open` to the end, or to now. */
  readonly durationMs: number;
  readonly end: string | null;
  /** Where the person was last. */
  readonly stage: ConnectStage | null;
  readonly institution: string | null;
  /** Steps in order; `at` is in milliseconds after `open`. */
  readonly steps: readonly { readonly step: ConnectStep; readonly at: number }[];
  readonly flinksCodes: readonly FlinksCode[];
  /** How often the widget offered its form again after an error. */
  readonly retries: number;
  readonly mfaTypes: readonly string[];
  /** Names of steps that the kit does not know: at most 32 of a harmless form. */
  readonly unknownSteps: readonly string[];
  /** Unknown steps beyond those listed. */
  readonly unknownStepsDropped: number;
}
