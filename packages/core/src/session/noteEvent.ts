import type { ConnectEvent } from '../wire/connectEvent.ts';
import { type ConnectStep, isKnownStep } from '../wire/steps.ts';
import type { ConnectReport } from './report.ts';
import { stageOf } from './stageOf.ts';

/**
 * A report with one more event in it, `at` milliseconds after its start. Free of personal data by construction: of
 * an event only names of a harmless form are kept, and every list has an end, so that a report fits a beacon.
 */
export function noteEvent(was: ConnectReport, event: ConnectEvent, at: number): ConnectReport {
  const report = { ...was, institution: event.institution?.slice(0, 64) ?? was.institution };
  if (event.kind === 'error') return { ...report, flinksCodes: keep(was.flinksCodes, event.flinksCode) };
  const { step, mfaTypes = [] } = event.kind === 'step' ? event : { step: 'REDIRECT' };
  return {
    ...report,
    stage: stageOf(step) ?? was.stage,
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
