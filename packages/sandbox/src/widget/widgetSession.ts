import { spendToken } from '../bank/authorizeTokens.ts';
import { standingOf } from '../bank/session.ts';
import { findScenario, scenarios } from '../scenarios/scenarios.ts';
import type { World } from '../state/sandboxState.ts';
import { afterConsent } from './screens/afterConsent.ts';
import { nextAction } from './autopilot.ts';
import type { Journey } from '../state/widgetSession.ts';
import { readParameters, type WidgetParameters } from '../state/widgetParameters.ts';
import type { Screen, Values, WidgetAction, WidgetReply } from './screens/protocol.ts';
import { createTurn, type ReadValues, type Turn } from './screens/context.ts';
import { screens } from './screens/screens.ts';

/** Loads a frame: spends its token, and shows the first screen. */
export function startJourney(world: World, href: string): WidgetReply {
  const journey = createJourney(world, href);
  world.journeys.set(journey.id, journey);
  const turn = createTurn(world, journey);
  for (const name of journey.parameters.unknown) {
    turn.log(`No page of Flinks and no public code uses the parameter "${name}".`);
  }
  if (isLetIn(world, journey)) enter(turn);
  else turn.go('token-invalid');
  return reply(turn);
}

/** Carries out one action of the person, or of the scenario. */
export function actInJourney(world: World, journey: Journey, { action, values }: WidgetAction): WidgetReply {
  const turn = createTurn(world, journey);
  const { screen } = journey;
  const { actions, show } = screens[screen];
  const { back } = show(turn);
  if (action === 'close') {
    // Flinks tells and does nothing else: the host has to remove the frame (docs/flinks/connect.md 1.2).
    turn.say('COMPONENT_CLOSE_SESSION', { institution: journey.institution?.name });
  } else if (action === 'back' && back !== undefined) {
    turn.go(back);
  } else if (Object.hasOwn(actions, action)) {
    actions[action]?.(turn, readValues(values));
  }
  return reply(turn);
}

function createJourney(world: World, href: string): Journey {
  const { settings, random } = world;
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
function isLetIn(world: World, { parameters, scenario }: Journey): boolean {
  const { authorizeToken, requestId } = parameters;
  if (scenario.token === 'expired') return false;
  if (scenario.token === 'used-once') {
    world.usedTokenFrames += 1;
    if (world.usedTokenFrames % 2 === 1) return false;
  }
  const resumes = requestId !== null && world.sessions.get(requestId) !== undefined;
  if (authorizeToken === null) return resumes || !world.settings.requireAuthorizeToken;
  return spendToken(world, authorizeToken, requestId ?? undefined) === 'good';
}

function enter(turn: Turn): void {
  const { world, journey } = turn;
  const { requestId, consentEnable } = journey.parameters;
  turn.say('APP_MOUNTED');
  const resumed = requestId === null ? undefined : world.sessions.get(requestId);
  if (resumed !== undefined) {
    journey.institution = resumed.institution;
    journey.session = resumed;
    if (resumed.state === 'awaiting-mfa' && standingOf(world, resumed) === 'live') return turn.go('mfa');
    // Too late to resume: the person signs in again (docs/flinks/connect.md 4.5).
    journey.session = null;
    return turn.go('credentials');
  }
  return consentEnable ? turn.go('consent') : afterConsent(turn);
}

function reply(turn: Turn): WidgetReply {
  const { journey, effects } = turn;
  return {
    id: journey.id,
    effects,
    screen: draw(turn),
    next: nextAction(turn),
    signals: {
      offline: turn.message('APP_OFFLINE'),
      online: turn.message('APP_ONLINE'),
      resize: turn.message('APP_RESIZE'),
    },
  };
}

function draw(turn: Turn): Screen {
  const { journey, texts } = turn;
  const { parameters, screen } = journey;
  const { title, blocks, back } = screens[screen].show(turn);
  return {
    name: screen,
    language: parameters.language,
    theme: parameters.theme,
    title,
    back: back !== undefined && parameters.backEnable ? texts.back : null,
    close: closeName(parameters, texts.close),
    prop: parameters.headerEnable ? texts.prop : '',
    blocks,
  };
}

function closeName({ closeEnable }: WidgetParameters, name: string): string | null {
  return closeEnable ? name : null;
}

function readValues(values: Values): ReadValues {
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
