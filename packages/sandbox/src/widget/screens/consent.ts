import type { WidgetParameters } from '../../state/widgetParameters.ts';
import type { Texts } from '../texts/texts.ts';
import type { ScreenRules, WidgetContext } from './context.ts';
import type { Block, Button } from './protocol.ts';
import { afterConsent } from './transitions.ts';

/** Consent, and the terms when there is a `termsUrl` (docs/flinks/connect.md 1.2, 3.2). */
export const consent: ScreenRules = {
  enter: ({ postStep }) => postStep('COMPONENT_LOAD_CONSENT'),
  show({ widgetSession: { parameters }, texts }) {
    const { customerName, consentTitleAppendedText } = parameters;
    return {
      title: texts.consentTitle(customerName, consentTitleAppendedText),
      blocks: [
        { kind: 'text', text: texts.consentText(customerName ?? texts.defaultCustomer) },
        { kind: 'list', items: listFeatures(parameters, texts) },
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
      context.postStep('COMPONENT_ACCEPT_CONSENT');
      afterConsent(context);
    },
    deny(context) {
      context.postStep('COMPONENT_DENY_CONSENT');
      context.goTo('ended');
    },
    'accept-terms': ({ postStep }) => postStep('COMPONENT_ACCEPT_TERMS'),
    'deny-terms': ({ postStep }) => postStep('COMPONENT_DENY_TERMS'),
    'read-terms': ({ postStep }) => postStep('COMPONENT_CLICK_TERMS_URL'),
  },
};

/**
 * What the app receives, in the user's words: `features` of the address, or what every login gives, with transactions
 * and statements only where the address collects them.
 */
export function listFeatures(parameters: ConsentParameters, texts: Texts): readonly string[] {
  const { features, withTransactions, daysOfTransactions, detailsAndStatementEnable } = parameters;
  if (features.length > 0) return features.map((name) => texts.features[name] ?? name);
  return [
    ...texts.consentFeatures,
    ...(withTransactions || daysOfTransactions !== null ? [texts.transactions] : []),
    ...(detailsAndStatementEnable ? [texts.statements] : []),
  ];
}

type ConsentParameters = Pick<
  WidgetParameters,
  'features' | 'withTransactions' | 'daysOfTransactions' | 'detailsAndStatementEnable'
>;

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
