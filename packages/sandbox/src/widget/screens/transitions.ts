import type { FlinksCode } from '@flinks-kit/core/wire';
import { findPositions } from '../../bank/accounts.ts';
import { findInstitution } from '../../bank/find.ts';
import { flinksCapital, type Institution } from '../../state/institution.ts';
import type { WidgetSession } from '../../state/widgetSession.ts';
import type { WidgetContext } from './context.ts';
import { redirectAddress, redirectMessage } from './redirect.ts';

/** After consent: to upload, to the bank of the path, or to the list. */
export function afterConsent(context: WidgetContext): void {
  const { parameters } = context.widgetSession;
  if (parameters.uploadOnly) return context.goTo('upload');
  const wanted =
    parameters.institution === null
      ? undefined
      : findInstitution(context.state.settings, parameters.institution);
  return wanted === undefined ? context.goTo('institution') : openInstitution(context, wanted);
}

/** After a bank was chosen: to its form, to its own window, or to the message that it is closed. */
export function openInstitution(context: WidgetContext, institution: Institution): void {
  const { widgetSession } = context;
  widgetSession.institution = institution;
  if (institution.kind === 'disabled') return showProblem(context, 'DISABLED_INSTITUTION', 'institution');
  const isOutbound = widgetSession.parameters.demoOutbound && institution.id === flinksCapital.id;
  return context.goTo(institution.kind === 'oauth' || isOutbound ? 'bank-window' : 'credentials');
}

/** After the bank's login: stored questions, the account selector, or the end. */
export function afterLogin(context: WidgetContext): void {
  const { parameters, session } = context.widgetSession;
  if (parameters.enhancedMFA) {
    const hasQuestions = session !== null && session.testUser.challenges.length > 0;
    context.postStep(hasQuestions ? 'ENHANCED_MFA_HAS_QUESTIONS' : 'ENHANCED_MFA_NO_QUESTIONS');
    if (hasQuestions) return context.goTo('questions');
  }
  return chooseAccounts(context);
}

/** Shows the account selector when it is on and there is something left to choose. */
export function chooseAccounts(context: WidgetContext): void {
  const { accountSelectorEnable, resumeSelectedAccounts } = context.widgetSession.parameters;
  if (resumeSelectedAccounts.length > 0) return finish(context, resumeSelectedAccounts);
  return accountSelectorEnable ? context.goTo('accounts') : finish(context, []);
}

/**
 * The login is complete: `REDIRECT`, and then the navigation that the address wants. `jsRedirect` keeps the
 * page where it is, `innerRedirect` moves the frame only, otherwise the whole window goes (docs/flinks/connect.md 3.2).
 */
export function finish(context: WidgetContext, accountIds: readonly string[]): void {
  const { widgetSession, effects } = context;
  const { session, parameters } = widgetSession;
  if (session === null) return context.goTo('institution');
  applyToCard(widgetSession);
  const url = redirectAddress(widgetSession, accountIds);
  context.postStep('REDIRECT', redirectMessage(widgetSession.redirectShape, { session, accountIds, url }));
  if (parameters.redirectUrl !== null && !parameters.jsRedirect) {
    effects.push({ kind: 'navigate', url, window: parameters.innerRedirect ? 'frame' : 'top' });
  }
  return context.goTo('result');
}

/**
 * What the widget's address changes on the card: `resumeSelectedAccounts` limits GetAccountsDetail, and
 * `scheduleRefresh` switches nightly refresh on or off, also for a card that exists (docs/flinks/api.md 6.3, 7).
 */
export function applyToCard({ session, parameters }: WidgetSession): void {
  const card = session?.card ?? null;
  if (session === null || card === null) return;
  const { resumeSelectedAccounts, scheduleRefresh } = parameters;
  card.selectedAccounts =
    resumeSelectedAccounts.length === 0 ? null : findPositions(session, resumeSelectedAccounts);
  if (scheduleRefresh !== null) card.scheduledRefresh = scheduleRefresh;
}

/**
 * Posts a code and shows it. Once `maximumRetry` retries are used up the session ends (docs/flinks/connect.md 1.2,
 * 4.2).
 */
export function showProblem(
  context: WidgetContext,
  flinksCode: FlinksCode,
  form: NonNullable<WidgetSession['problem']>['form'],
): void {
  const { widgetSession } = context;
  const { maximumRetry } = widgetSession.parameters;
  context.postCode(flinksCode);
  widgetSession.problem = { flinksCode, form };
  if (maximumRetry === null || widgetSession.retries < maximumRetry) return context.goTo('problem');
  context.postStep('MAXIMUM_RETRY_REACHED');
  return context.goTo('ended');
}
