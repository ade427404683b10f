import type { ScreenRules, WidgetContext } from './context.ts';
import type { Block, Button } from './protocol.ts';

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
      context.postStep('POPUP_OPENED');
    },
    blocked(context) {
      context.widgetSession.bankWindow = 'blocked';
      context.postStep('POPUP_BLOCKED');
    },
    leave(context) {
      context.effects.push({ kind: 'navigate', url: bankUrl(context), window: 'top' });
    },
    /** The page asks again and again whether the user decided: no step reports a window that the user just closed. */
    look(context) {
      const { widgetSession } = context;
      if (widgetSession.bankWindow === 'denied') return context.goTo('institution');
      if (widgetSession.bankWindow !== 'approved') return;
      context.postStep('COMPONENT_ACCEPT_PROVIDER_CONSENT');
      widgetSession.work = { kind: 'oauth' };
      context.goTo('verifying');
    },
  },
};

function message({ widgetSession, texts }: WidgetContext): Block {
  if (widgetSession.bankWindow === 'blocked') return { kind: 'alert', text: texts.bankWindowBlocked };
  if (widgetSession.bankWindow === 'open') return { kind: 'busy', text: texts.bankWindowWaiting };
  return { kind: 'text', text: texts.bankWindowText };
}

function openButton(context: WidgetContext): Button {
  const { widgetSession, texts } = context;
  const label = texts.openBank;
  if (widgetSession.parameters.oauthWindowRedirect) return { action: 'leave', label, look: 'main' };
  return { action: 'opened', label, look: 'main', opens: { url: bankUrl(context), how: 'popup' } };
}

function bankUrl({ widgetSession }: WidgetContext): string {
  const url = new URL('/v2/bank.html', widgetSession.href);
  url.searchParams.set('session', widgetSession.id);
  url.searchParams.set('language', widgetSession.parameters.language);
  return url.href;
}
