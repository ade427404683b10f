import type { ConnectEvent } from '../wire/connectMessage.ts';
import type { FlinksCode } from '../wire/flinksCodes.ts';
import { type ConnectStage, type ConnectStep, getStage, isKnownStep } from '../wire/steps.ts';

/**
 * A summary of one session, without personal data by construction: names of steps and codes, times and counts.
 * Every end carries one, and an interrupted session sends what it has.
 */
export interface ConnectReport {
  readonly sessionId: string | null;
  /** ISO 8601 in UTC: when `open` was called. */
  readonly startedAt: string;
  /** Milliseconds from `open` to the end, or to now. */
  readonly durationMs: number;
  readonly end: string | null;
  /** The user's last stage. */
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

/**
 * A report with one more event in it, `at` milliseconds after its start. Free of personal data by construction: of
 * an event only names of a harmless form are kept, and every list has an end, so that a report fits a beacon.
 */
export function recordEvent(was: ConnectReport, event: ConnectEvent, at: number): ConnectReport {
  const report = { ...was, institution: event.institution?.slice(0, 64) ?? was.institution };
  if (event.kind === 'error') return { ...report, flinksCodes: keep(was.flinksCodes, event.flinksCode) };
  const { step, mfaTypes = [] } = event.kind === 'step' ? event : { step: 'REDIRECT' };
  return {
    ...report,
    stage: getStage(step) ?? was.stage,
    retries: was.retries + Number(step.endsWith('_RETRY')),
    mfaTypes: mfaTypes.reduce(keepOnce, was.mfaTypes),
    ...noteStep(was, step, at),
  };
}

/** A report in which nothing happened yet. */
export function startReport(sessionId: string | null, startedAt: number): ConnectReport {
  return {
    sessionId,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: 0,
    end: null,
    stage: null,
    institution: null,
    steps: [],
    flinksCodes: [],
    retries: 0,
    mfaTypes: [],
    unknownSteps: [],
    unknownStepsDropped: 0,
  };
}

function noteStep(was: ConnectReport, step: ConnectStep, at: number): Partial<ConnectReport> {
  const { steps, unknownSteps } = was;
  if (isKnownStep(step)) return { steps: steps.length < longest ? [...steps, { step, at }] : steps };
  const names = /^[A-Z0-9_]+$/.test(step) ? keepOnce(unknownSteps, step) : unknownSteps;
  if (names.includes(step)) return { unknownSteps: names };
  return { unknownStepsDropped: was.unknownStepsDropped + 1 };
}

function keep(names: readonly string[], name: string): readonly string[] {
  return names.length < longest && /^[\w -]{1,64}$/.test(name) ? [...names, name] : names;
}

function keepOnce(names: readonly string[], name: string): readonly string[] {
  return names.length >= 32 || names.includes(name) ? names : keep(names, name);
}

// A report of a day with a chatty widget must still fit a beacon.
const longest = 200;

/**
 * A report as one flat record of plain values, for an analytics tool. As free of personal data as the report itself.
 *
 * @example
 * onExited: (reason, report) => analytics.track('bank_connect', toAnalyticsEvent(report));
 */
export function toAnalyticsEvent(report: ConnectReport): AnalyticsEvent {
  const first = (step: string): number | null =>
    report.steps.find((noted) => noted.step === step)?.at ?? null;
  const last = report.steps.at(-1);
  return {
    sessionId: report.sessionId,
    startedAt: report.startedAt,
    durationMs: report.durationMs,
    end: report.end,
    stage: report.stage,
    institution: report.institution,
    lastStep: last?.step ?? null,
    lastStepMs: last?.at ?? null,
    mountedMs: first('APP_MOUNTED'),
    credentialsMs: first('SUBMIT_CREDENTIAL'),
    redirectMs: first('REDIRECT'),
    steps: report.steps.length,
    flinksCodes: report.flinksCodes.join(','),
    lastFlinksCode: report.flinksCodes.at(-1) ?? null,
    retries: report.retries,
    mfaTypes: report.mfaTypes.join(','),
    unknownSteps: report.unknownSteps.length + report.unknownStepsDropped,
  };
}

/** One flat record. Times are milliseconds after `open`; `null` for what did not happen; lists are comma lists. */
export type AnalyticsEvent = Readonly<Record<string, string | number | null>> &
  Pick<ConnectReport, 'sessionId' | 'startedAt' | 'durationMs' | 'end' | 'stage' | 'institution' | 'retries'>;
