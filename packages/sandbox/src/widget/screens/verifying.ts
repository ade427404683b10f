import { answerQuestions } from '../../bank/signIn.ts';
import type { AuthorizeOutcome } from '../../state/bankSession.ts';
import type { BankWork } from '../../state/widgetSession.ts';
import type { ScreenRules, WidgetContext } from './context.ts';
import { signIn, signInAtBank } from './signInAtBank.ts';
import { afterLogin, showProblem } from './transitions.ts';

/** The bank is working: the page comes back by itself with `bank`, and then the outcome shows. */
export const verifying: ScreenRules = {
  show: ({ widgetSession, texts }) => ({
    title: texts.verifyingTitle,
    blocks: [
      {
        kind: 'busy',
        text: texts.verifyingText(widgetSession.institution?.title[widgetSession.parameters.language] ?? ''),
      },
    ],
  }),
  actions: {
    bank(context) {
      const { work } = context.widgetSession;
      // What the user typed is stored no longer than the bank needs it.
      context.widgetSession.work = null;
      if (work === null) return;
      const outcome = doWork(context, work);
      if (outcome === null) return context.goTo('institution');
      if (outcome.session !== null) context.widgetSession.session = outcome.session;
      if (outcome.kind === 'challenged') return context.goTo('mfa');
      if (outcome.kind === 'authorized') return afterLogin(context);
      return showProblem(context, outcome.flinksCode, outcome.why === 'answer' ? 'mfa' : 'credentials');
    },
  },
};

function doWork({ state, widgetSession }: WidgetContext, work: BankWork): AuthorizeOutcome | null {
  const { institution, session } = widgetSession;
  if (work.kind === 'answers') {
    return session === null ? null : answerQuestions(state, session.requestId, work.responses);
  }
  if (institution === null) return null;
  if (work.kind === 'oauth') return signInAtBank(state, widgetSession, institution);
  const { username, password } = work;
  return signIn(state, widgetSession, { institution, username, password, mode: 'live' });
}
