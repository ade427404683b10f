import type { Block } from './protocol.ts';
import type { ScreenRules, WidgetContext } from './context.ts';

/** An OAuth bank: its page opens in a window of its own, or takes the whole page (docs/flinks/connect.md 4.4). */
export const bankWindow: ScreenRules = {
  enter({ widgetSession }) {
    widgetSession.bankWindow = 'closed';
  },
  show(context) {
    const { widgetSession, texts } = context;
    const { language, institution: preselected } = widgetSession.parameters;
    return {
      title: texts.bankWindowTitle(widgetSession.institution?.title[language] ?? ''),
      back: preselected === null ? 'institution' : undefined,
      blocks: [message(context), { kind: 'buttons', buttons: [openButton(context)] }],
    };
  },
  actions: {
    opened(context) {
      context.widgetSession.bankWindow = 'open';
      context.say('POPUP_OPENED');
    },
    blocked(context) {
      context.widgetSession.bankWindow = 'blocked';
      context.say('POPUP_BLOCKED');
    },
    leave(context) {
      context.effects.push({ kind: 'navigate', url: bankUrl(context), window: 'top' });
    },
    /** The page looks again and again whether the person came back: no step tells when they just close the window. */
    look(context) {
      const { widgetSession } = context;
      if (widgetSession.bankWindow === 'denied') return context.go('institution');
      if (widgetSession.bankWindow !== 'approved') return;
      context.say('COMPONENT_ACCEPT_PROVIDER_CONSENT');
      widgetSession.work = { kind: 'oauth' };
      context.go('verifying');
    },
  },
};

function message({ widgetSession, texts }: WidgetContext): Block {
  if (widgetSession.bankWindow === 'blocked')
    return { kind: 'alert', text: texts.bankWindowBlocked, code: '' };
  if (widgetSession.bankWindow === 'open') return { kind: 'busy', text: texts.bankWindowWaiting };
  return { kind: 'text', text: texts.bankWindowText };
}

function openButton(context: WidgetContext): Extract<Block, { kind: 'buttons' }>['buttons'][number] {
  const { widgetSession, texts } = context;
  const label = texts.openBank;
  if (widgetSession.parameters.oauthWindowRedirect) return { action: 'leave', label, look: 'main' };
  return { action: 'opened', label, look: 'main', opens: { url: bankUrl(context), how: 'popup' } };
}

function bankUrl({ widgetSession }: WidgetContext): string {
  const url = new URL('/v2/bank.html', widgetSession.href);
  url.searchParams.set('widgetSession', widgetSession.id);
  url.searchParams.set('language', widgetSession.parameters.language);
  return url.href;
}
