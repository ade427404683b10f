import { finish } from './finish.ts';
import type { Turn } from './context.ts';

/** Where the person goes once the bank has let them in: stored questions, the account selector, or the end. */
export function afterLogin(turn: Turn): void {
  const { parameters, session } = turn.journey;
  if (parameters.enhancedMFA) {
    const hasQuestions = session !== null && session.person.challenges.length > 0;
    turn.say(hasQuestions ? 'ENHANCED_MFA_HAS_QUESTIONS' : 'ENHANCED_MFA_NO_QUESTIONS');
    if (hasQuestions) return turn.go('questions');
  }
  return chooseAccounts(turn);
}

/** Shows the account selector when it is on and there is something left to choose. */
export function chooseAccounts(turn: Turn): void {
  const { accountSelectorEnable, resumeSelectedAccounts } = turn.journey.parameters;
  if (resumeSelectedAccounts.length > 0) return finish(turn, resumeSelectedAccounts);
  return accountSelectorEnable ? turn.go('accounts') : finish(turn, []);
}
