import { isKnownStep, type KnownStep, stages } from './steps.ts';

/** The names of the steps that Flinks documents, or that were seen in public code (docs/flinks/connect.md 1.2). */
export const knownSteps: readonly KnownStep[] = Object.keys(stages).filter(isKnownStep);
