import { flinksCapital } from '../../state/institution.ts';
import type { ScreenRules, WidgetContext } from './context.ts';

/**
 * Statements in place of a login. No step of it is documented (docs/flinks/connect.md 4.6), so none is posted; it ends as
 * any login does. The file stays in the browser.
 */
export const upload: ScreenRules = {
  show: ({ widgetSession, texts }) => ({
    title: texts.uploadTitle,
    back: widgetSession.parameters.uploadOnly ? undefined : 'institution',
    blocks: [
      { kind: 'text', text: texts.uploadText },
      {
        kind: 'form',
        action: 'submit',
        fields: [{ kind: 'file', name: 'statement', label: texts.uploadFile }],
        submit: texts.upload,
      },
    ],
  }),
  actions: {
    submit({ widgetSession, goTo }: WidgetContext) {
      widgetSession.institution ??= flinksCapital;
      widgetSession.work = { kind: 'oauth' };
      goTo('verifying');
    },
  },
};
