import type { ConnectEvent } from '../wire/connectEvent.ts';
import type { FlinksCode } from '../wire/flinksCodes.ts';
import { type ConnectStep, knownSteps } from '../wire/steps.ts';
import type { ConnectReport } from './report.ts';
import type { ConnectStage } from './session.ts';
import { stageOf } from './stageOf.ts';

/**
 * Takes notes during one session and writes its report. Free of personal data by construction: of each event only
 * names of a harmless form are kept, and every list has an end.
 */
export function recordSession(startedAt: number): SessionRecord {
  const steps: { readonly step: ConnectStep; readonly at: number }[] = [];
  const flinksCodes: FlinksCode[] = [];
  const mfaTypes = new Set<string>();
  const unknownSteps = new Set<string>();
  let unknownStepsDropped = 0;
  let retries = 0;
  let stage: ConnectStage | null = null;
  let institution: string | null = null;

  function noteStep(step: string, at: number): void {
    const known: readonly string[] = knownSteps;
    stage = stageOf(step) ?? stage;
    if (step.endsWith('_RETRY')) retries += 1;
    if (known.includes(step)) {
      if (steps.length < longestList) steps.push({ step, at });
    } else if (unknownSteps.size < 32 && /^[A-Z0-9_]{1,64}$/.test(step)) unknownSteps.add(step);
    else if (!unknownSteps.has(step)) unknownStepsDropped += 1;
  }

  return {
    note(event, now) {
      institution = event.institution?.slice(0, 64) ?? institution;
      if (event.kind === 'error') {
        if (flinksCodes.length < longestList && isName(event.flinksCode)) flinksCodes.push(event.flinksCode);
        return;
      }
      noteStep(event.kind === 'step' ? event.step : 'REDIRECT', now - startedAt);
      if (event.kind !== 'step') return;
      for (const type of event.mfaTypes ?? []) if (mfaTypes.size < 32 && isName(type)) mfaTypes.add(type);
    },
    report: (sessionId, end, now) => ({
      sessionId,
      startedAt: new Date(startedAt).toISOString(),
      durationMs: now - startedAt,
      end,
      stage,
      institution,
      steps: [...steps],
      flinksCodes: [...flinksCodes],
      retries,
      mfaTypes: [...mfaTypes],
      unknownSteps: [...unknownSteps],
      unknownStepsDropped,
    }),
  };
}

/** The notes of one session. Times are the clock's milliseconds. */
export interface SessionRecord {
  note(event: ConnectEvent, now: number): void;
  report(sessionId: string | null, end: string | null, now: number): ConnectReport;
}

// A session of a day with a chatty widget must still fit a beacon (64 kB).
const longestList = 256;

const isName = (text: string): boolean => /^[\w -]{1,64}$/.test(text);
