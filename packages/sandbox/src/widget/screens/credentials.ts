import { findPerson } from '../../bank/findTestUser.ts';
import { type Person, promptDetail } from '../../state/testUser.ts';
import type { Hint } from './protocol.ts';
import type { ScreenRules, Turn } from './context.ts';

/** Username and password. Only the test users get further, and the page lists them. */
export const credentials: ScreenRules = {
  enter: ({ say, journey }) => say('COMPONENT_LOAD_CREDENTIAL', { institution: journey.institution?.name }),
  show(turn) {
    const { journey, texts } = turn;
    const { language, institution: preselected } = journey.parameters;
    return {
      title: texts.credentialsTitle(journey.institution?.title[language] ?? ''),
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
        { kind: 'hint', title: texts.testUsers, items: hints(turn) },
      ],
    };
  },
  actions: {
    submit(turn, values) {
      turn.say('SUBMIT_CREDENTIAL', { institution: turn.journey.institution?.name });
      turn.journey.work = {
        kind: 'login',
        username: values.text('username'),
        password: values.text('password'),
      };
      turn.go('verifying');
    },
    forgot: ({ say }) => say('COMPONENT_CLICK_RESET_PASSWORD'),
  },
};

function hints({ world, journey, texts }: Turn): readonly Hint[] {
  const main = findPerson(world, journey.scenario.username);
  const others = [...world.people.values()].filter(
    (known) => known !== main && !known.username.startsWith('sandbox_'),
  );
  return [...(main === undefined ? [] : [main]), ...others].slice(0, hintsAtMost).map((known) => ({
    label: `${known.username} / ${known.password}`,
    note: whatHappens(known, texts),
    fill: { username: known.username, password: known.password },
  }));
}

function whatHappens(known: Person, { userKinds }: Turn['texts']): string {
  if (known.refusal !== null) return userKinds.refused(known.refusal);
  if (known.challenges.length > 0) return userKinds.asked;
  return known.detail === promptDetail ? userKinds.good : userKinds.slow;
}

const hintsAtMost = 12;
