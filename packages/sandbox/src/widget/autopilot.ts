import { flinksCapital } from '../bank/institution.ts';
import { findTestUser } from '../bank/findTestUser.ts';
import type { NextAction, ScreenValues, WidgetAction } from './screens/protocol.ts';
import { displayed } from './screens/accounts.ts';
import type { WidgetContext } from './screens/context.ts';

/** What the page does by itself: wait for the bank, and, when the scenario drives, what its person would do. */
export function nextAction(context: WidgetContext): NextAction | null {
  const { widgetSession } = context;
  const { screen, scenario, speed } = widgetSession;
  if (screen === 'verifying')
    return { action: 'bank', values: {}, by: 'bank', afterMs: scenario.bankMs / (speed ?? 1) };
  if (screen === 'bank-window' && widgetSession.bankWindow === 'open') {
    return { action: 'look', values: {}, by: 'bank', afterMs: lookEveryMs };
  }
  if (speed === null || screen === scenario.until) return null;

  const acted = widgetSession.acted.get(screen) ?? 0;
  const scripted = scenario.script[screen]?.[acted];
  const obvious = obviousAction(context);
  const action = scripted?.action ?? obvious?.action;
  if (action === undefined) return null;
  widgetSession.acted.set(screen, acted + 1);
  return {
    action,
    values: { ...obvious?.values, ...scripted?.values },
    by: 'scenario',
    afterMs: thinkMs / speed,
  };
}

function obviousAction(context: WidgetContext): WidgetAction | null {
  const { state, widgetSession } = context;
  const { screen, scenario, session, problem } = widgetSession;
  switch (screen) {
    case 'consent':
      return act('accept');
    case 'institution':
      return act('choose', { choice: flinksCapital.name });
    case 'credentials': {
      const { username } = scenario;
      return act('submit', { username, password: findTestUser(state, username)?.password ?? '' });
    }
    case 'mfa':
      return act('submit', answersTo(context));
    case 'questions':
      return act('keep');
    case 'accounts':
      return act('submit', { accounts: choice(context) });
    case 'upload':
      return act('submit');
    case 'help':
    case 'troubleshooting':
      return act('leave');
    case 'problem': {
      // Trying again only makes sense while the script has meant the failure.
      const form = problem?.form;
      if (form === undefined || form === 'institution') return null;
      const meant = (scenario.script[form]?.length ?? 0) >= (widgetSession.acted.get(form) ?? 0);
      return meant && session?.state !== 'ended' ? act('retry') : null;
    }
    case 'verifying':
    case 'bank-window':
    case 'result':
    case 'ended':
    case 'token-invalid':
      return null;
  }
}

function answersTo({ widgetSession: { session } }: WidgetContext): ScreenValues {
  const challenges = session?.challenges ?? [];
  return Object.fromEntries(challenges.map(({ answer }, index) => [`answer${index}`, answer]));
}

// Everything where several may be chosen, otherwise the account that most apps want.
function choice({ widgetSession }: WidgetContext): readonly string[] {
  const shown = displayed(widgetSession);
  if (widgetSession.parameters.accountSelectorMultiple) return shown.map(({ id }) => id);
  const wanted =
    shown.find(({ account }) => account.type === 'Chequing' && account.currency === 'CAD') ?? shown[0];
  return wanted === undefined ? [] : [wanted.id];
}

function act(action: string, values: ScreenValues = {}): WidgetAction {
  return { action, values };
}

const thinkMs = 900;
const lookEveryMs = 400;
