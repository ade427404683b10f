import { finish } from './finish.ts';
import type { WidgetContext } from './context.ts';

/** Where the person goes once the bank has let them in: stored questions, the account selector, or the end. */
export function afterLogin(context: WidgetContext): void {
  const { parameters, session } = context.widgetSession;
  if (parameters.enhancedMFA) {
    const hasQuestions = session !== null && session.testUser.challenges.length > 0;
    context.say(hasQuestions ? 'ENHANCED_MFA_HAS_QUESTIONS' : 'ENHANCED_MFA_NO_QUESTIONS');
    if (hasQuestions) return context.go('questions');
  }
  return chooseAccounts(context);
}

/** Shows the account selector when it is on and there is something left to choose. */
export function chooseAccounts(context: WidgetContext): void {
  const { accountSelectorEnable, resumeSelectedAccounts } = context.widgetSession.parameters;
  if (resumeSelectedAccounts.length > 0) return finish(context, resumeSelectedAccounts);
  return accountSelectorEnable ? context.go('accounts') : finish(context, []);
}
