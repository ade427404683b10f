import { flinksCapital, type Institution } from '../../bank/institution.ts';
import { fail } from './fail.ts';
import type { WidgetContext } from './context.ts';

/** Goes to the login of a bank: the form, the bank's own window, or the news that it is closed. */
export function openInstitution(context: WidgetContext, institution: Institution): void {
  const { widgetSession } = context;
  widgetSession.institution = institution;
  if (institution.kind === 'disabled') return fail(context, 'DISABLED_INSTITUTION', 'institution');
  const outbound = widgetSession.parameters.demoOutbound && institution === flinksCapital;
  return context.go(institution.kind === 'oauth' || outbound ? 'bank-window' : 'credentials');
}
