import { findTestUser } from '../../bank/findTestUser.ts';
import { type TestUser, promptDetail } from '../../state/testUser.ts';
import type { Hint } from './protocol.ts';
import type { ScreenRules, WidgetContext } from './context.ts';

/** Username and password. Only the test users get further, and the page lists them. */
export const credentials: ScreenRules = {
  enter: ({ say, widgetSession }) =>
    say('COMPONENT_LOAD_CREDENTIAL', { institution: widgetSession.institution?.name }),
  show(context) {
    const { widgetSession, texts } = context;
    const { language, institution: preselected } = widgetSession.parameters;
    return {
      title: texts.credentialsTitle(widgetSession.institution?.title[language] ?? ''),
      back: preselected === null ? 'institution' : undefined,
      blocks: [
        {
          kind: 'form',
          action: 'submit',
          fields: [
            { kind: 'text', name: 'username', label: texts.username },
            { kind: 'password', name: 'password', label: texts.password },
          ],
          submit: texts.signIn,
        },
        { kind: 'buttons', buttons: [{ action: 'forgot', label: texts.forgotPassword, look: 'plain' }] },
        { kind: 'hint', title: texts.testUsers, items: hints(context) },
      ],
    };
  },
  actions: {
    submit(context, values) {
      context.say('SUBMIT_CREDENTIAL', { institution: context.widgetSession.institution?.name });
      context.widgetSession.work = {
        kind: 'login',
        username: values.text('username'),
        password: values.text('password'),
      };
      context.go('verifying');
    },
    forgot: ({ say }) => say('COMPONENT_CLICK_RESET_PASSWORD'),
  },
};

function hints({ state, widgetSession, texts }: WidgetContext): readonly Hint[] {
  const main = findTestUser(state, widgetSession.scenario.username);
  const others = [...state.people.values()].filter(
    (known) => known !== main && !known.username.startsWith('sandbox_'),
  );
  return [...(main === undefined ? [] : [main]), ...others].slice(0, hintsAtMost).map((known) => ({
    label: `${known.username} / ${known.password}`,
    note: whatHappens(known, texts),
    fill: { username: known.username, password: known.password },
  }));
}

function whatHappens(known: TestUser, { userKinds }: WidgetContext['texts']): string {
  if (known.refusal !== null) return userKinds.refused(known.refusal);
  if (known.challenges.length > 0) return userKinds.asked;
  return known.detail === promptDetail ? userKinds.good : userKinds.slow;
}

const hintsAtMost = 12;
