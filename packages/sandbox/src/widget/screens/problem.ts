import type { ScreenRules } from './context.ts';

/** What failed, in the widget's own words, with what the user can do. The code is for developers. */
export const problem: ScreenRules = {
  show({ state, widgetSession, texts }) {
    const code = widgetSession.problem?.flinksCode ?? '';
    const canRetry = widgetSession.problem?.form !== 'institution';
    return {
      title: texts.problemTitle,
      blocks: [
        { kind: 'alert', text: texts.problems[code] ?? texts.otherProblem },
        {
          kind: 'buttons',
          buttons: [
            ...(canRetry ? [{ action: 'retry', label: texts.retry, look: 'main' } as const] : []),
            { action: 'other', label: texts.otherInstitution, look: canRetry ? 'plain' : 'main' },
            ...(state.settings.upload === 'fallback' && leadsToUpload.has(code)
              ? [{ action: 'upload', label: texts.uploadTitle, look: 'plain' } as const]
              : []),
          ],
        },
        {
          kind: 'hint',
          title: texts.forDevelopers,
          isOpen: false,
          items: [{ label: code, note: texts.codeNote, fill: null }],
        },
      ],
    };
  },
  actions: {
    retry(context) {
      const form = context.widgetSession.problem?.form;
      context.widgetSession.retries += 1;
      if (form === 'mfa' && context.widgetSession.session?.state === 'awaiting-mfa') {
        context.postStep('COMPONENT_LOAD_MFA_RETRY');
        return context.goTo('mfa', { isQuiet: true });
      }
      context.postStep('COMPONENT_LOAD_CREDENTIAL_RETRY');
      return context.goTo('credentials', { isQuiet: true });
    },
    other: ({ goTo }) => goTo('institution'),
    upload: ({ goTo }) => goTo('upload'),
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
