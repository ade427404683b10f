/**
 * What the page and its backend say to each other. The page knows nothing of the widgetSession: it draws a screen, tells
 * what the person did, and carries out effects.
 *
 * 1. The page posts its own address to `/sandbox/widget` and gets a reply.
 * 2. It carries out the effects in order, draws the screen, and waits for the testUser, or does `next` by itself.
 * 3. What was done goes to `/sandbox/widget/{id}` as an action, and the reply begins again at 2.
 */
export interface WidgetReply {
  readonly id: string;
  readonly effects: readonly Effect[];
  readonly screen: Screen;
  /** What the page does by itself unless the person is quicker; `null`: it waits. */
  readonly next: NextAction | null;
  /** What to tell the host when the page itself notices something. */
  readonly signals: { readonly offline: Effect; readonly online: Effect; readonly resize: Effect };
}

/** Something that the page tells its backend. */
export interface WidgetAction {
  readonly action: string;
  readonly values: ScreenValues;
}

/** What was typed and chosen, by name. */
export type ScreenValues = Readonly<Record<string, string | readonly string[]>>;

/** An action that the page takes by itself: the bank is working, or a scenario drives. */
export interface NextAction extends WidgetAction {
  /** `scenario`: the person may be quicker, and then it waits for them. */
  readonly by: 'bank' | 'scenario';
  /** Milliseconds of real time. */
  readonly afterMs: number;
}

/** What the page does besides drawing. */
export type Effect =
  | PostEffect
  | { readonly kind: 'navigate'; readonly url: string; readonly window: 'frame' | 'top' }
  | { /** For developers, in the console. */ readonly kind: 'log'; readonly text: string };

/** Tells the host: an object, or a string with `stringify=true` or `webview=true`. */
export interface PostEffect {
  readonly kind: 'post';
  readonly message: unknown;
  readonly to: 'parent' | 'webview';
}

/** One screen of the widget, as data. */
export interface Screen {
  readonly name: ScreenName;
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark' | null;
  readonly title: string;
  /** The names of the two buttons in the header; `null` where there is none. */
  readonly back: string | null;
  readonly close: string | null;
  readonly banner: string;
  readonly blocks: readonly Block[];
}

/** The screens of the widget. */
export type ScreenName =
  | 'consent'
  | 'institution'
  | 'credentials'
  | 'verifying'
  | 'mfa'
  | 'help'
  | 'troubleshooting'
  | 'questions'
  | 'bank-window'
  | 'upload'
  | 'accounts'
  | 'problem'
  | 'result'
  | 'ended'
  | 'token-invalid';

/** One part of a screen. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'alert'; readonly text: string; readonly code: string }
  | { readonly kind: 'busy'; readonly text: string }
  | {
      readonly kind: 'form';
      readonly action: string;
      readonly fields: readonly Field[];
      readonly submit: string;
    }
  | {
      readonly kind: 'choices';
      readonly action: string;
      readonly search: string;
      readonly nothing: string;
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | {
      /** What only a sandbox tells. */ readonly kind: 'hint';
      readonly title: string;
      readonly items: readonly Hint[];
    };

/** A line of help for whoever tests: a press fills it in. */
export interface Hint {
  readonly label: string;
  readonly note: string;
  readonly fill: ScreenValues;
}

/** Something to fill in. */
export type Field =
  | { readonly kind: 'text' | 'password' | 'date'; readonly name: string; readonly label: string }
  | { readonly kind: 'file'; readonly name: string; readonly label: string }
  | {
      /** `report`: the action that each change is told by. */ readonly kind: 'check';
      readonly name: string;
      readonly label: string;
      readonly report: readonly [on: string, off: string];
    }
  | {
      readonly kind: 'one-of' | 'some-of';
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
    };

/** One of several. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
}

/** A button. `opens` is an address for a new window, opened by the click itself so that browsers allow it. */
export interface Button {
  readonly action: string;
  readonly label: string;
  readonly look: 'main' | 'plain';
  readonly opens?: { readonly url: string; readonly how: 'popup' | 'tab' } | undefined;
}
