import type { ConnectReport } from '@flinks-kit/core';

/** How a session went, as a page reports it. */
export const sampleReport: ConnectReport = {
  sessionId: null,
  startedAt: '2026-01-15T12:00:00.000Z',
  durationMs: 1,
  end: 'closed',
  stage: null,
  institution: null,
  steps: [{ step: 'APP_MOUNTED', at: 1 }],
  flinksCodes: [],
  retries: 0,
  mfaTypes: [],
  unknownSteps: [],
  unknownStepsDropped: 0,
};
