import type { ScreenRules } from './context.ts';

/** Help with the bank's question. Coming back from the tips posts the same step again (docs/flinks/connect.md 1.2). */
export const help: ScreenRules = {
  enter: ({ postStep }) => postStep('COMPONENT_HELP2FA_INFO'),
  show: ({ texts }) => ({
    title: texts.helpTitle,
    blocks: [
      { kind: 'text', text: texts.helpText },
      {
        kind: 'buttons',
        buttons: [
          { action: 'leave', label: texts.back, look: 'main' },
          { action: 'tips', label: texts.troubleshooting, look: 'plain' },
        ],
      },
    ],
  }),
  actions: {
    leave: ({ goTo }) => goTo('mfa', { isQuiet: true }),
    tips: ({ goTo }) => goTo('troubleshooting'),
  },
};

/** The tips of the help. */
export const troubleshooting: ScreenRules = {
  enter: ({ postStep }) => postStep('COMPONENT_HELP2FA_TROUBLESHOOTING'),
  show: ({ texts }) => ({
    title: texts.troubleshootingTitle,
    blocks: [
      { kind: 'list', items: texts.troubleshootingTips },
      { kind: 'buttons', buttons: [{ action: 'leave', label: texts.back, look: 'main' }] },
    ],
  }),
  actions: { leave: ({ goTo }) => goTo('help') },
};
