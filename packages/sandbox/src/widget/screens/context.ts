import type { ConnectStep, FlinksCode } from '@flinks-kit/core/wire';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { WidgetSession } from '../../state/widgetSession.ts';
import type { Block, Effect, PostEffect, ScreenName } from './protocol.ts';
import { screens } from './screens.ts';
import { type Texts, textsOf } from '../texts/texts.ts';

/** One context of a widgetSession: the rules say steps and go to screens, and the context keeps what the page has to do. */
export function createWidgetContext(state: SandboxState, widgetSession: WidgetSession): WidgetContext {
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
    message: (step) => toPost({ step }),
    say(step, payload = {}) {
      effects.push(toPost({ step, ...payload }));
    },
    report(flinksCode) {
      const { session, institution } = widgetSession;
      const requestId = session?.requestId ?? state.random.guid();
      const name = state.settings.errorShape === 'step' ? { step: flinksCode } : { flinksCode };
      effects.push(toPost({ requestId, ...name, institution: institution?.name }));
    },
    log(text) {
      effects.push({ kind: 'log', text });
    },
    go(screen, { quietly = false } = {}) {
      widgetSession.screen = screen;
      if (!quietly) screens[screen].enter?.(context);
    },
  };
  return context;
}

/** What the rules of a screen work with. */
export interface WidgetContext {
  readonly state: SandboxState;
  readonly widgetSession: WidgetSession;
  readonly texts: Texts;
  readonly effects: Effect[];
  /** Posts a user event: `{ step, … }` (docs/flinks/connect.md 1.2). */
  readonly say: (step: ConnectStep, payload?: Readonly<Record<string, unknown>>) => void;
  /** A message to post later, for what only the page notices. */
  readonly message: (step: ConnectStep) => PostEffect;
  /** Tells the developer something. */
  readonly log: (text: string) => void;
  /** Posts an API event: `{ requestId, flinksCode, institution }`, without a step (docs/flinks/connect.md 1.1). */
  readonly report: (flinksCode: FlinksCode) => void;
  /** Shows a screen. `quietly`: without the step that its first showing says. */
  readonly go: (screen: ScreenName, how?: { readonly quietly?: boolean }) => void;
}

/** The rules of one screen. */
export interface ScreenRules {
  /** What the screen says when it appears. */
  readonly enter?: (context: WidgetContext) => void;
  readonly show: (context: WidgetContext) => ScreenContent;
  /** What each action does. Actions that a screen does not know are ignored: two clicks may cross. */
  readonly actions: Readonly<Record<string, (context: WidgetContext, values: ReadValues) => void>>;
}

/** What a screen shows between its header and its footer. */
export interface ScreenContent {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Where Back leads; `null`: nowhere. */
  readonly back?: ScreenName | undefined;
}

/** Values by name, read as what the rule expects. */
export interface ReadValues {
  text(name: string): string;
  texts(name: string): readonly string[];
}
