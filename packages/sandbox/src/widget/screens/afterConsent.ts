import { findInstitution } from '../../bank/institution.ts';
import { openInstitution } from './openInstitution.ts';
import type { WidgetContext } from './context.ts';

/** Where the person goes once consent is settled: to upload, to the bank of the path, or to the list. */
export function afterConsent(context: WidgetContext): void {
  const { parameters } = context.widgetSession;
  if (parameters.uploadOnly) return context.go('upload');
  const wanted = parameters.institution === null ? undefined : findInstitution(parameters.institution);
  return wanted === undefined ? context.go('institution') : openInstitution(context, wanted);
}
