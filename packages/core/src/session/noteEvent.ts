import type { ConnectEvent } from '../wire/connectEvent.ts';
import { type ConnectStep, knownSteps } from '../wire/steps.ts';
import type { ConnectReport } from './report.ts';
import { stageOf } from './stageOf.ts';

/**
 * A report with one more event in it, `at` milliseconds after its start. Free of personal data by construction: of
 * an event only names of a harmless form are kept, and every list has an end, so that a report fits a beacon.
 */
export function noteEvent(report: ConnectReport, event: ConnectEvent, at: number): ConnectReport {
  const institution = event.institution?.slice(0, 64) ?? report.institution;
  if (event.kind === 'error') {
    return { ...report, institution, flinksCodes: keep(report.flinksCodes, event.flinksCode) };
  }
  const step = event.kind === 'step' ? event.step : 'REDIRECT';
  const mfaTypes = event.kind === 'step' ? (event.mfaTypes ?? []) : [];
  return {
    ...report,
    institution,
    stage: stageOf(step) ?? report.stage,
    retries: report.retries + (step.endsWith('_RETRY') ? 1 : 0),
    mfaTypes: mfaTypes.reduce(keepOnce, report.mfaTypes),
    ...noteStep(report, step, at),
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

function noteStep(report: ConnectReport, step: ConnectStep, at: number): Partial<ConnectReport> {
  const { steps, unknownSteps, unknownStepsDropped } = report;
  const known: readonly ConnectStep[] = knownSteps;
  if (known.includes(step)) return steps.length < longest ? { steps: [...steps, { step, at }] } : {};
  const kept =
    /^[A-Z0-9_]{1,64}$/.test(step) && unknownSteps.length < 32 ? keepOnce(unknownSteps, step) : unknownSteps;
  if (kept.includes(step)) return { unknownSteps: kept };
  return { unknownStepsDropped: unknownStepsDropped + 1 };
}

function keep(names: readonly string[], name: string): readonly string[] {
  return names.length < longest && /^[\w -]{1,64}$/.test(name) ? [...names, name] : names;
}

function keepOnce(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names : keep(names, name);
}

const longest = 256;
