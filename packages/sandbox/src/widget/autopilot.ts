import { findTestUser } from '../bank/find.ts';
import type { ScreenName, ScreenValues, WidgetAction } from '../state/scenario.ts';
import { flinksCapital } from '../state/institution.ts';
import { listDisplayed } from './screens/accounts.ts';
import type { WidgetContext } from './screens/context.ts';
import type { NextAction } from './screens/protocol.ts';

/** What the page does by itself: wait for the bank, and, when the scenario drives, act as its user. */
export function nextAction(context: WidgetContext): NextAction | null {
  const { widgetSession } = context;
  const { screen, scenario, institution, autopilotSpeed } = widgetSession;
  if (screen === 'verifying') {
    const bankMs = Math.max(scenario.bankMs, institution?.bankMs ?? 0);
    return { action: 'bank', values: {}, by: 'bank', afterMs: bankMs / (autopilotSpeed ?? 1) };
  }
  if (screen === 'bank-window' && widgetSession.bankWindow === 'open') {
    return { action: 'look', values: {}, by: 'bank', afterMs: lookEveryMs };
  }
  if (autopilotSpeed === null || screen === scenario.until) return null;

  const acted = widgetSession.acted.get(screen) ?? 0;
  const scripted = scenario.script[screen]?.[acted];
  const usual = defaultActions[screen](context);
  const action = scripted?.action ?? usual?.action;
  if (action === undefined) return null;
  widgetSession.acted.set(screen, acted + 1);
  return {
    action,
    values: { ...usual?.values, ...scripted?.values },
    by: 'scenario',
    afterMs: thinkMs / autopilotSpeed,
  };
}

const none = (): null => null;

// What a user does who wants to connect; `null`: nothing is left to do.
const defaultActions: Readonly<Record<ScreenName, (context: WidgetContext) => WidgetAction | null>> = {
  consent: () => act('accept'),
  institution: () => act('choose', { choice: flinksCapital.name }),
  credentials({ state, widgetSession: { scenario } }) {
    const { username } = scenario;
    return act('submit', { username, password: findTestUser(state.settings, username)?.password ?? '' });
  },
  mfa: (context) => act('submit', answersTo(context)),
  questions: () => act('keep'),
  accounts: (context) => act('submit', { accounts: choose(context) }),
  upload: () => act('submit'),
  help: () => act('leave'),
  troubleshooting: () => act('leave'),
  problem({ widgetSession: { problem, scenario, acted, session } }) {
    // A retry makes sense only while the script intends the failure.
    const form = problem?.form;
    if (form === undefined || form === 'institution') return null;
    const isIntended = (scenario.script[form]?.length ?? 0) >= (acted.get(form) ?? 0);
    return isIntended && session?.state !== 'ended' ? act('retry') : null;
  },
  verifying: none,
  'bank-window': none,
  result: none,
  ended: none,
  'token-invalid': none,
};

function answersTo({ widgetSession: { session } }: WidgetContext): ScreenValues {
  const challenges = session?.challenges ?? [];
  return Object.fromEntries(challenges.map(({ answer }, index) => [`answer${index}`, answer]));
}

// Everything where several may be chosen, otherwise the account that most apps want.
function choose({ widgetSession }: WidgetContext): readonly string[] {
  const shown = listDisplayed(widgetSession);
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
