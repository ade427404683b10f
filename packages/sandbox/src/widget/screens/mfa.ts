import { promptOf } from '../../bank/questions.ts';
import type { Challenge } from '../../state/testUser.ts';
import type { Texts } from '../texts/texts.ts';
import type { ScreenRules } from './context.ts';
import type { Block, Field } from './protocol.ts';

/** The questions of the bank, each kind with its own field. */
export const mfa: ScreenRules = {
  // Flinks does not document the values of `mfaTypes`; the API's own names of the kinds stand in.
  enter: ({ postStep, widgetSession }) =>
    postStep('COMPONENT_LOAD_MFA', { mfaTypes: widgetSession.session?.challenges.map(({ type }) => type) }),
  show({ widgetSession, texts }) {
    const { language } = widgetSession.parameters;
    const challenges = widgetSession.session?.challenges ?? [];
    return {
      title: texts.mfaTitle,
      blocks: [
        {
          kind: 'form',
          action: 'submit',
          fields: challenges.map((challenge, index) => toField(challenge, `answer${index}`, language)),
          submit: texts.continue,
        },
        { kind: 'buttons', buttons: [{ action: 'help', label: texts.help, look: 'plain' }] },
        answersHint(challenges, language, texts),
      ],
    };
  },
  actions: {
    submit(context, values) {
      const { session, parameters } = context.widgetSession;
      context.postStep('SUBMIT_MFA');
      context.widgetSession.work = {
        kind: 'answers',
        responses: Object.fromEntries(
          (session?.challenges ?? []).map((challenge, index) => [
            promptOf(challenge, session?.language ?? parameters.language),
            [values.text(`answer${index}`)],
          ]),
        ),
      };
      context.goTo('verifying');
    },
    help: ({ goTo }) => goTo('help'),
  },
};

/** The answers, for testers. */
export function answersHint(
  challenges: readonly Challenge[],
  language: 'en' | 'fr',
  texts: Texts,
): Block & { kind: 'hint' } {
  return {
    kind: 'hint',
    title: texts.mfaHint,
    isOpen: true,
    items: challenges.map((challenge, index) => ({
      label: challenge.answer,
      note: promptOf(challenge, language),
      fill: { [`answer${index}`]: challenge.answer },
    })),
  };
}

/** The field that fits a question. */
export function toField(challenge: Challenge, name: string, language: 'en' | 'fr'): Field {
  const label = promptOf(challenge, language);
  if (challenge.iterables !== undefined) {
    const choices = challenge.iterables.map((choice) => ({ value: choice, label: choice }));
    return { kind: 'one-of', name, label, choices };
  }
  return { kind: challenge.type === 'Date' ? 'date' : 'text', name, label };
}
