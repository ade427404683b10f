import type { ScreenRules } from './context.ts';

/** What went wrong, in the widget's own words, with the way on. */
export const problem: ScreenRules = {
  show({ world, journey, texts }) {
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
            ...(world.settings.upload === 'fallback' && leadsToUpload.has(code)
              ? [{ action: 'upload', label: texts.uploadTitle, look: 'plain' } as const]
              : []),
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
    upload: ({ go }) => go('upload'),
  },
};

// The codes that make the upload fallback appear (docs/flinks/connect.md 2.2).
const leadsToUpload: ReadonlySet<string> = new Set([
  'INVALID_USERNAME',
  'INVALID_PASSWORD',
  'INVALID_LOGIN',
  'DISABLED_LOGIN',
  'RETRY_LATER',
  'SESSION_EXPIRED',
  'INVALID_SECURITY_RESPONSE_NO_RETRY',
  'AGGREGATION_ERROR',
]);
