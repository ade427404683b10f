import { getSessionStatus } from '../bank/session.ts';
import { spendToken } from '../bank/tokens.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { ScreenName, ScreenValues, WidgetAction } from '../state/scenario.ts';
import { redirectShapes } from '../state/settings.ts';
import { readParameters } from '../state/widgetParameters.ts';
import type { WidgetSession } from '../state/widgetSession.ts';
import { nextAction } from './autopilot.ts';
import type { ReadValues, WidgetContext } from './screens/context.ts';
import type { Effect, PostEffect, Screen, WidgetReply } from './screens/protocol.ts';
import { screens } from './screens/screens.ts';
import { afterConsent } from './screens/transitions.ts';
import { textsOf } from './texts/texts.ts';

/** Loads a frame: uses its token, and shows the first screen. */
export function startWidgetSession(state: SandboxState, href: string): WidgetReply {
  const { widgetSession, warnings } = createWidgetSession(state, href);
  state.widgetSessions.set(widgetSession.id, widgetSession);
  const context = createWidgetContext(state, widgetSession);
  for (const warning of warnings) context.log(warning);
  if (canOpen(state, widgetSession)) openFirstScreen(context);
  else context.goTo('token-invalid');
  return reply(context);
}

/**
 * Performs one action of the user, or of the scenario. An action for a turn that is over gets the last reply again: its
 * reply was lost on the way.
 */
export function actInWidgetSession(
  state: SandboxState,
  widgetSession: WidgetSession,
  { action, values, turn }: WidgetAction & { readonly turn: number | null },
): WidgetReply {
  const lastReply = lastReplies.get(widgetSession);
  if (turn !== null && lastReply !== undefined && turn < lastReply.turn) return lastReply;
  const context = createWidgetContext(state, widgetSession);
  const { actions, show } = screens[widgetSession.screen];
  const { back } = show(context);
  if (action === 'close') {
    // Flinks posts this and does nothing else: the host has to remove the frame (docs/flinks/connect.md 1.2).
    context.postStep('COMPONENT_CLOSE_SESSION', { institution: widgetSession.institution?.name });
  } else if (action === 'back' && back !== undefined) {
    context.goTo(back);
  } else if (Object.hasOwn(actions, action)) {
    actions[action]?.(context, readValues(values));
  }
  return reply(context);
}

function createWidgetSession(
  state: SandboxState,
  href: string,
): { readonly widgetSession: WidgetSession; readonly warnings: readonly string[] } {
  const { settings, random } = state;
  const parameters = readParameters(href);
  const { nextScenario } = state;
  state.nextScenario = null;
  const warnings = parameters.unknown.map(
    (name) => `No page of Flinks and no public code uses the parameter "${name}".`,
  );
  const pick = <Value>(
    name: string,
    text: string | null,
    find: (text: string) => Value | undefined,
    all: string,
  ) => {
    const found = text === null ? undefined : find(text);
    if (text !== null && found === undefined)
      warnings.push(`${name} is "${text}", so it is ignored. Write ${all}.`);
    return found;
  };
  const findScenario = (wanted: string) => settings.scenarios.find(({ name }) => name === wanted);
  const scenario = pick(
    'sandboxScenario',
    parameters.sandboxScenario,
    findScenario,
    `one of ${settings.scenarios.map(({ name }) => name).join(', ')}`,
  );
  const speed = pick(
    'sandboxDrive',
    parameters.sandboxDrive,
    (text) => (Number(text) > 0 && Number.isFinite(Number(text)) ? Number(text) : undefined),
    'a number above 0, such as 10',
  );
  const redirectShape = pick(
    'sandboxRedirectShape',
    parameters.sandboxRedirectShape,
    (text) => redirectShapes.find((shape) => shape === text),
    `one of ${redirectShapes.join(', ')}`,
  );
  const widgetSession: WidgetSession = {
    id: random.guid(),
    href,
    parameters,
    scenario: scenario ?? findScenario(nextScenario?.name ?? '') ?? settings.scenario,
    autopilotSpeed: speed ?? nextScenario?.drive ?? settings.drive,
    redirectShape: redirectShape ?? settings.redirectShape,
    turn: 0,
    screen: 'consent',
    institution: null,
    session: null,
    work: null,
    problem: null,
    retries: 0,
    acted: new Map(),
    bankWindow: 'closed',
  };
  return { widgetSession, warnings };
}

function createWidgetContext(state: SandboxState, widgetSession: WidgetSession): WidgetContext {
  const effects: Effect[] = [];
  const { parameters } = widgetSession;

  const toPost = (message: Readonly<Record<string, unknown>>): PostEffect => {
    // React Native's bridge takes strings only; whether Flinks stringifies there is not known.
    const asText = parameters.stringify || parameters.webview;
    return {
      kind: 'post',
      message: asText ? JSON.stringify(message) : message,
      to: parameters.webview ? 'webview' : 'parent',
    };
  };

  const context: WidgetContext = {
    state,
    widgetSession,
    texts: textsOf(parameters.language),
    effects,
    toMessage: (step) => toPost({ step }),
    postStep(step, payload = {}) {
      effects.push(toPost({ step, ...payload }));
    },
    postCode(flinksCode) {
      const { session, institution } = widgetSession;
      const requestId = session?.requestId ?? state.random.guid();
      const name = state.settings.errorShape === 'step' ? { step: flinksCode } : { flinksCode };
      effects.push(toPost({ requestId, ...name, institution: institution?.name }));
    },
    log(text) {
      effects.push({ kind: 'log', text });
    },
    goTo(screen, { isQuiet = false } = {}) {
      widgetSession.screen = screen;
      if (!isQuiet) screens[screen].enter?.(context);
    },
  };
  return context;
}

// A frame that resumes a conversation may come with that conversation's token, or with none.
function canOpen(state: SandboxState, { parameters, scenario }: WidgetSession): boolean {
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

function openFirstScreen(context: WidgetContext): void {
  const { state, widgetSession } = context;
  const { requestId, consentEnable } = widgetSession.parameters;
  context.postStep('APP_MOUNTED');
  const resumed = requestId === null ? undefined : state.sessions.get(requestId);
  if (resumed !== undefined) {
    widgetSession.institution = resumed.institution;
    widgetSession.session = resumed;
    if (resumed.state === 'awaiting-mfa' && getSessionStatus(state, resumed) === 'live')
      return context.goTo('mfa');
    // Too late to resume: the user signs in again (docs/flinks/connect.md 4.5).
    widgetSession.session = null;
    return context.goTo('credentials');
  }
  return consentEnable ? context.goTo('consent') : afterConsent(context);
}

function reply(context: WidgetContext): WidgetReply {
  const { widgetSession, effects, texts } = context;
  widgetSession.turn += 1;
  const made: WidgetReply = {
    id: widgetSession.id,
    turn: widgetSession.turn,
    effects,
    screen: draw(context),
    next: nextAction(context),
    signals: {
      offline: context.toMessage('APP_OFFLINE'),
      online: context.toMessage('APP_ONLINE'),
      resize: context.toMessage('APP_RESIZE'),
    },
    offline: { text: texts.offline, retry: texts.retry },
  };
  lastReplies.set(widgetSession, made);
  return made;
}

// For an action that is sent again because its reply was lost.
const lastReplies = new WeakMap<WidgetSession, WidgetReply>();

function draw(context: WidgetContext): Screen {
  const { widgetSession, texts } = context;
  const { parameters, screen, institution } = widgetSession;
  const { title, blocks, back } = screens[screen].show(context);
  return {
    name: screen,
    language: parameters.language,
    theme: parameters.theme,
    title,
    institution:
      institution !== null && atBank.has(screen)
        ? { label: institution.title[parameters.language], mark: institution.mark }
        : null,
    back: back !== undefined && parameters.backEnable ? texts.back : null,
    close: parameters.closeEnable ? texts.close : null,
    banner: parameters.headerEnable ? texts.banner : '',
    blocks,
  };
}

const atBank: ReadonlySet<ScreenName> = new Set([
  'credentials',
  'verifying',
  'mfa',
  'questions',
  'bank-window',
  'accounts',
  'problem',
]);

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
