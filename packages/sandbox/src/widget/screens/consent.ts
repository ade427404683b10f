import type { Block, Button } from './protocol.ts';
import type { ScreenRules, WidgetContext } from './context.ts';
import { afterConsent } from './afterConsent.ts';

/** Consent, and the terms when there is a `termsUrl` (docs/flinks/connect.md 1.2, 3.2). */
export const consent: ScreenRules = {
  enter: ({ say }) => say('COMPONENT_LOAD_CONSENT'),
  show({ widgetSession: { parameters }, texts }) {
    const { customerName, consentTitleAppendedText, features } = parameters;
    return {
      title: texts.consentTitle(customerName, consentTitleAppendedText),
      blocks: [
        { kind: 'text', text: texts.consentText(customerName ?? texts.defaultCustomer) },
        { kind: 'list', items: features.length > 0 ? features : [texts.consentFeatures] },
        ...termsBlocks({ parameters, texts }),
        {
          kind: 'form',
          action: 'accept',
          fields:
            parameters.termsUrl !== null && !parameters.termsNoCheckbox
              ? [{ kind: 'check', name: 'terms', label: texts.terms, report: ['accept-terms', 'deny-terms'] }]
              : [],
          submit: texts.agree,
        },
        { kind: 'buttons', buttons: [{ action: 'deny', label: texts.refuse, look: 'plain' }] },
      ],
    };
  },
  actions: {
    accept(context) {
      context.say('COMPONENT_ACCEPT_CONSENT');
      afterConsent(context);
    },
    deny(context) {
      context.say('COMPONENT_DENY_CONSENT');
      context.go('ended');
    },
    'accept-terms': ({ say }) => say('COMPONENT_ACCEPT_TERMS'),
    'deny-terms': ({ say }) => say('COMPONENT_DENY_TERMS'),
    'read-terms': ({ say }) => say('COMPONENT_CLICK_TERMS_URL'),
  },
};

function termsBlocks({
  parameters,
  texts,
}: Pick<WidgetContext, 'texts'> & Pick<WidgetContext['widgetSession'], 'parameters'>): readonly Block[] {
  const { termsUrl } = parameters;
  if (termsUrl === null) return [];
  const button: Button = {
    action: 'read-terms',
    label: texts.readTerms,
    look: 'plain',
    opens: { url: termsUrl, how: 'tab' },
  };
  return [{ kind: 'buttons', buttons: [button] }];
}
