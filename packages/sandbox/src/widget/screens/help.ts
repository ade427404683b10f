import type { ScreenRules } from './context.ts';

/** Help with the bank's question. Coming back from the tips says the same step again (docs/flinks/connect.md 1.2). */
export const help: ScreenRules = {
  enter: ({ say }) => say('COMPONENT_HELP2FA_INFO'),
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
    leave: ({ go }) => go('mfa', { quietly: true }),
    tips: ({ go }) => go('troubleshooting'),
  },
};

/** The tips behind the help. */
export const troubleshooting: ScreenRules = {
  enter: ({ say }) => say('COMPONENT_HELP2FA_TROUBLESHOOTING'),
  show: ({ texts }) => ({
    title: texts.troubleshootingTitle,
    blocks: [
      { kind: 'list', items: texts.troubleshootingTips },
      { kind: 'buttons', buttons: [{ action: 'leave', label: texts.back, look: 'main' }] },
    ],
  }),
  actions: { leave: ({ go }) => go('help') },
};
