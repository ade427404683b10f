import type { ConnectStep, FlinksCode } from '@flinks-kit/core/wire';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { WidgetSession } from '../../state/widgetSession.ts';
import type { Texts } from '../texts/texts.ts';
import type { Block, Effect, PostEffect, ScreenName } from './protocol.ts';

/** What the rules of a screen work with. */
export interface WidgetContext {
  readonly state: SandboxState;
  readonly widgetSession: WidgetSession;
  readonly texts: Texts;
  readonly effects: Effect[];
  /** Posts a user event: `{ step, … }` (docs/flinks/connect.md 1.2). */
  readonly postStep: (step: ConnectStep, payload?: Readonly<Record<string, unknown>>) => void;
  /** Posts an API event: `{ requestId, flinksCode, institution }`, without a step (docs/flinks/connect.md 1.1). */
  readonly postCode: (flinksCode: FlinksCode) => void;
  /** A message to post later, for what only the page notices. */
  readonly toMessage: (step: ConnectStep) => PostEffect;
  /** Writes a sentence for developers to the console of the page. */
  readonly log: (text: string) => void;
  /** Shows a screen. `isQuiet`: without the step that its first showing posts. */
  readonly goTo: (screen: ScreenName, how?: { readonly isQuiet?: boolean }) => void;
}

/** The rules of one screen. */
export interface ScreenRules {
  /** Runs when the screen appears. */
  readonly enter?: (context: WidgetContext) => void;
  readonly show: (context: WidgetContext) => ScreenContent;
  /** What each action does. Unknown actions are ignored: two clicks may cross. */
  readonly actions: Readonly<Record<string, (context: WidgetContext, values: ReadValues) => void>>;
}

/** What a screen shows between its header and its footer. */
export interface ScreenContent {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Where Back leads; left out: nowhere. */
  readonly back?: ScreenName | undefined;
}

/** ScreenValues by name, read as what the rule expects. */
export interface ReadValues {
  text(name: string): string;
  texts(name: string): readonly string[];
}
