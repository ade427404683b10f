import { findInstitution } from '../bank/institution.ts';
import type { Turn } from './turn.ts';

/** Where the person goes once consent is settled: to upload, to the bank of the path, or to the list. */
export function afterConsent(turn: Turn): void {
  const { journey } = turn;
  const { parameters } = journey;
  if (parameters.uploadOnly) return turn.go('upload');
  const wanted = parameters.institution === null ? undefined : findInstitution(parameters.institution);
  if (wanted === undefined) return turn.go('institution');
  journey.institution = wanted;
  return turn.go(wanted.kind === 'oauth' ? 'bank-window' : 'credentials');
}
