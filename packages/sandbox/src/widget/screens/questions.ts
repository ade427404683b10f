import { chooseAccounts } from './afterLogin.ts';
import type { ScreenRules } from './context.ts';
import { answersHint, toField } from './mfa.ts';

/** With `enhancedMFA=true`: every question of the bank, asked once to be kept (docs/flinks/connect.md 3.2). */
export const questions: ScreenRules = {
  show({ widgetSession, texts }) {
    const { language, skipEnhancedMFA } = widgetSession.parameters;
    const all = widgetSession.session?.testUser.challenges.flat() ?? [];
    return {
      title: texts.questionsTitle,
      blocks: [
        { kind: 'text', text: texts.questionsText },
        {
          kind: 'form',
          action: 'keep',
          fields: all.map((challenge, index) => toField(challenge, `answer${index}`, language)),
          submit: texts.continue,
        },
        ...(skipEnhancedMFA
          ? [{ kind: 'buttons', buttons: [{ action: 'keep', label: texts.skip, look: 'plain' }] } as const]
          : []),
        answersHint(all, language, texts),
      ],
    };
  },
  actions: { keep: chooseAccounts },
};
