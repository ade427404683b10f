import { flinksCapital, type Institution } from '../../bank/institution.ts';
import { fail } from './fail.ts';
import type { Turn } from './context.ts';

/** Goes to the login of a bank: the form, the bank's own window, or the news that it is closed. */
export function openInstitution(turn: Turn, institution: Institution): void {
  const { journey } = turn;
  journey.institution = institution;
  if (institution.kind === 'disabled') return fail(turn, 'DISABLED_INSTITUTION', 'institution');
  const outbound = journey.parameters.demoOutbound && institution === flinksCapital;
  return turn.go(institution.kind === 'oauth' || outbound ? 'bank-window' : 'credentials');
}
