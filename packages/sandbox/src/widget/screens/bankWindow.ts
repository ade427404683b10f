import type { Block } from './protocol.ts';
import type { ScreenRules, Turn } from './context.ts';

/** An OAuth bank: its page opens in a window of its own, or takes the whole page (docs/flinks/connect.md 4.4). */
export const bankWindow: ScreenRules = {
  enter({ journey }) {
    journey.bankWindow = 'closed';
  },
  show(turn) {
    const { journey, texts } = turn;
    const { language, institution: preselected } = journey.parameters;
    return {
      title: texts.bankWindowTitle(journey.institution?.title[language] ?? ''),
      back: preselected === null ? 'institution' : undefined,
      blocks: [message(turn), { kind: 'buttons', buttons: [openButton(turn)] }],
    };
  },
  actions: {
    opened(turn) {
      turn.journey.bankWindow = 'open';
      turn.say('POPUP_OPENED');
    },
    blocked(turn) {
      turn.journey.bankWindow = 'blocked';
      turn.say('POPUP_BLOCKED');
    },
    leave(turn) {
      turn.effects.push({ kind: 'navigate', url: bankUrl(turn), window: 'top' });
    },
    /** The page looks again and again whether the person came back: no step tells when they just close the window. */
    look(turn) {
      const { journey } = turn;
      if (journey.bankWindow === 'denied') return turn.go('institution');
      if (journey.bankWindow !== 'approved') return;
      turn.say('COMPONENT_ACCEPT_PROVIDER_CONSENT');
      journey.work = { kind: 'oauth' };
      turn.go('verifying');
    },
  },
};

function message({ journey, texts }: Turn): Block {
  if (journey.bankWindow === 'blocked') return { kind: 'alert', text: texts.bankWindowBlocked, code: '' };
  if (journey.bankWindow === 'open') return { kind: 'busy', text: texts.bankWindowWaiting };
  return { kind: 'text', text: texts.bankWindowText };
}

function openButton(turn: Turn): Extract<Block, { kind: 'buttons' }>['buttons'][number] {
  const { journey, texts } = turn;
  const label = texts.openBank;
  if (journey.parameters.oauthWindowRedirect) return { action: 'leave', label, look: 'main' };
  return { action: 'opened', label, look: 'main', opens: { url: bankUrl(turn), how: 'popup' } };
}

function bankUrl({ journey }: Turn): string {
  const url = new URL('/v2/bank.html', journey.href);
  url.searchParams.set('journey', journey.id);
  url.searchParams.set('language', journey.parameters.language);
  return url.href;
}
