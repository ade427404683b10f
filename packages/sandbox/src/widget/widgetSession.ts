import { spendToken } from '../bank/authorizeTokens.ts';
import { getSessionStatus } from '../bank/session.ts';
import { findScenario, scenarios } from '../scenarios/scenarios.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { afterConsent } from './screens/afterConsent.ts';
import { nextAction } from './autopilot.ts';
import type { WidgetSession } from '../state/widgetSession.ts';
import { readParameters, type WidgetParameters } from '../state/widgetParameters.ts';
import type { Screen, ScreenValues, WidgetAction, WidgetReply } from './screens/protocol.ts';
import { createWidgetContext, type ReadValues, type WidgetContext } from './screens/context.ts';
import { screens } from './screens/screens.ts';

/** Loads a frame: spends its token, and shows the first screen. */
export function startWidgetSession(state: SandboxState, href: string): WidgetReply {
  const widgetSession = createWidgetSession(state, href);
  state.widgetSessions.set(widgetSession.id, widgetSession);
  const context = createWidgetContext(state, widgetSession);
  for (const name of widgetSession.parameters.unknown) {
    context.log(`No page of Flinks and no public code uses the parameter "${name}".`);
  }
  if (isLetIn(state, widgetSession)) enter(context);
  else context.go('token-invalid');
  return reply(context);
}

/** Carries out one action of the testUser, or of the scenario. */
export function actInWidgetSession(
  state: SandboxState,
  widgetSession: WidgetSession,
  { action, values }: WidgetAction,
): WidgetReply {
  const context = createWidgetContext(state, widgetSession);
  const { screen } = widgetSession;
  const { actions, show } = screens[screen];
  const { back } = show(context);
  if (action === 'close') {
    // Flinks tells and does nothing else: the host has to remove the frame (docs/flinks/connect.md 1.2).
    context.say('COMPONENT_CLOSE_SESSION', { institution: widgetSession.institution?.name });
  } else if (action === 'back' && back !== undefined) {
    context.go(back);
  } else if (Object.hasOwn(actions, action)) {
    actions[action]?.(context, readValues(values));
  }
  return reply(context);
}

function createWidgetSession(state: SandboxState, href: string): WidgetSession {
  const { settings, random } = state;
  const parameters = readParameters(href);
  const asked = parameters.sandboxScenario;
  const known = asked !== null && scenarios.some(({ name }) => name === asked);
  return {
    id: random.guid(),
    href,
    parameters,
    scenario: known ? findScenario(asked) : settings.scenario,
    speed: parameters.sandboxDrive ?? settings.drive,
    screen: 'consent',
    institution: null,
    session: null,
    work: null,
    problem: null,
    retries: 0,
    acted: new Map(),
    bankWindow: 'closed',
  };
}

// A frame that resumes a conversation may come with that conversation's token, or with none.
function isLetIn(state: SandboxState, { parameters, scenario }: WidgetSession): boolean {
  const { authorizeToken, requestId } = parameters;
  if (scenario.token === 'expired') return false;
  if (scenario.token === 'used-once') {
    state.usedTokenFrames += 1;
    if (state.usedTokenFrames % 2 === 1) return false;
  }
  const resumes = requestId !== null && state.sessions.get(requestId) !== undefined;
  if (authorizeToken === null) return resumes || !state.settings.requireAuthorizeToken;
  return spendToken(state, authorizeToken, requestId ?? undefined) === 'good';
}

function enter(context: WidgetContext): void {
  const { state, widgetSession } = context;
  const { requestId, consentEnable } = widgetSession.parameters;
  context.say('APP_MOUNTED');
  const resumed = requestId === null ? undefined : state.sessions.get(requestId);
  if (resumed !== undefined) {
    widgetSession.institution = resumed.institution;
    widgetSession.session = resumed;
    if (resumed.state === 'awaiting-mfa' && getSessionStatus(state, resumed) === 'live')
      return context.go('mfa');
    // Too late to resume: the person signs in again (docs/flinks/connect.md 4.5).
    widgetSession.session = null;
    return context.go('credentials');
  }
  return consentEnable ? context.go('consent') : afterConsent(context);
}

function reply(context: WidgetContext): WidgetReply {
  const { widgetSession, effects } = context;
  return {
    id: widgetSession.id,
    effects,
    screen: draw(context),
    next: nextAction(context),
    signals: {
      offline: context.message('APP_OFFLINE'),
      online: context.message('APP_ONLINE'),
      resize: context.message('APP_RESIZE'),
    },
  };
}

function draw(context: WidgetContext): Screen {
  const { widgetSession, texts } = context;
  const { parameters, screen } = widgetSession;
  const { title, blocks, back } = screens[screen].show(context);
  return {
    name: screen,
    language: parameters.language,
    theme: parameters.theme,
    title,
    back: back !== undefined && parameters.backEnable ? texts.back : null,
    close: closeName(parameters, texts.close),
    banner: parameters.headerEnable ? texts.banner : '',
    blocks,
  };
}

function closeName({ closeEnable }: WidgetParameters, name: string): string | null {
  return closeEnable ? name : null;
}

function readValues(values: ScreenValues): ReadValues {
  return {
    text(name) {
      const value = values[name];
      return typeof value === 'string' ? value : (value?.[0] ?? '');
    },
    texts(name) {
      const value = values[name];
      if (value === undefined) return [];
      return typeof value === 'string' ? [value] : value;
    },
  };
}
