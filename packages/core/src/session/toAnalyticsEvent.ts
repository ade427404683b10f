import type { ConnectReport } from './report.ts';

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
