import { promptOf, storeAnswer } from '../../bank/questions.ts';
import type { ScreenRules } from './context.ts';
import { answersHint, toField } from './mfa.ts';
import { chooseAccounts } from './transitions.ts';

/** With `enhancedMFA=true`: every question of the bank, asked once and stored (docs/flinks/connect.md 3.2). */
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
  actions: {
    keep(context, values) {
      const { session, parameters } = context.widgetSession;
      const card = session?.card ?? null;
      for (const [index, challenge] of (session?.testUser.challenges.flat() ?? []).entries()) {
        const answer = values.text(`answer${index}`);
        if (card !== null && answer !== '')
          storeAnswer(card, promptOf(challenge, parameters.language), answer);
      }
      chooseAccounts(context);
    },
  },
};
