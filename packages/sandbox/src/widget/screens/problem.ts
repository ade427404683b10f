import type { ScreenRules } from '../turn.ts';

/** What went wrong, in the widget's own words, with the way on. */
export const problem: ScreenRules = {
  show({ journey, texts }) {
    const code = journey.problem?.flinksCode ?? '';
    const canRetry = journey.problem?.form !== 'institution';
    return {
      title: texts.problemTitle,
      blocks: [
        { kind: 'alert', text: texts.problems[code] ?? texts.otherProblem, code },
        {
          kind: 'buttons',
          buttons: [
            ...(canRetry ? [{ action: 'retry', label: texts.retry, look: 'main' } as const] : []),
            { action: 'other', label: texts.otherInstitution, look: canRetry ? 'plain' : 'main' },
          ],
        },
      ],
    };
  },
  actions: {
    retry(turn) {
      const form = turn.journey.problem?.form;
      turn.journey.retries += 1;
      if (form === 'mfa' && turn.journey.session?.state === 'awaiting-mfa') {
        turn.say('COMPONENT_LOAD_MFA_RETRY');
        return turn.go('mfa', { quietly: true });
      }
      turn.say('COMPONENT_LOAD_CREDENTIAL_RETRY');
      return turn.go('credentials', { quietly: true });
    },
    other: ({ go }) => go('institution'),
  },
};
