import { findInstitution } from '../../bank/institution.ts';
import { openInstitution } from './openInstitution.ts';
import type { Turn } from './context.ts';

/** Where the person goes once consent is settled: to upload, to the bank of the path, or to the list. */
export function afterConsent(turn: Turn): void {
  const { parameters } = turn.journey;
  if (parameters.uploadOnly) return turn.go('upload');
  const wanted = parameters.institution === null ? undefined : findInstitution(parameters.institution);
  return wanted === undefined ? turn.go('institution') : openInstitution(turn, wanted);
}
