import { findTestUser } from '../../bank/find.ts';
import { promptDetail, type TestUser } from '../../state/testUser.ts';
import type { ScreenRules, WidgetContext } from './context.ts';
import type { Hint } from './protocol.ts';

/** Username and password. Only test users can sign in, and the page lists them. */
export const credentials: ScreenRules = {
  enter: ({ postStep, widgetSession }) =>
    postStep('COMPONENT_LOAD_CREDENTIAL', { institution: widgetSession.institution?.name }),
  show(context) {
    const { widgetSession, texts } = context;
    const { institution } = widgetSession;
    const { language, institution: preselected } = widgetSession.parameters;
    return {
      title: texts.credentialsTitle(institution?.title[language] ?? ''),
      back: preselected === null ? 'institution' : undefined,
      blocks: [
        // It does not block the login (docs/flinks/connect.md 4.9).
        ...(institution?.hasOutage === true ? [{ kind: 'notice', text: texts.outage } as const] : []),
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
        { kind: 'hint', title: texts.testUsers, isOpen: true, items: listHints(context) },
      ],
    };
  },
  actions: {
    submit(context, values) {
      context.postStep('SUBMIT_CREDENTIAL', { institution: context.widgetSession.institution?.name });
      context.widgetSession.work = {
        kind: 'login',
        username: values.text('username'),
        password: values.text('password'),
      };
      context.goTo('verifying');
    },
    forgot: ({ postStep }) => postStep('COMPONENT_CLICK_RESET_PASSWORD'),
  },
};

function listHints({ state: { settings }, widgetSession, texts }: WidgetContext): readonly Hint[] {
  const main = findTestUser(settings, widgetSession.scenario.username);
  const others = [...settings.testUsers.values()].filter(
    (known) => known !== main && !known.username.startsWith('sandbox_'),
  );
  return [...(main === undefined ? [] : [main]), ...others].slice(0, maxHints).map((known) => ({
    label: `${known.username} / ${known.password}`,
    note: describe(known, texts),
    fill: { username: known.username, password: known.password },
  }));
}

function describe(known: TestUser, { userKinds }: WidgetContext['texts']): string {
  if (known.refusal !== null) return userKinds.refused(known.refusal);
  if (known.challenges.length > 0) return userKinds.asked;
  const { pendingPolls, pendingCode, heldMs } = known.detail;
  const isPrompt = pendingPolls === null && pendingCode === promptDetail.pendingCode && heldMs === 0;
  return isPrompt ? userKinds.good : userKinds.slow;
}

const maxHints = 12;
