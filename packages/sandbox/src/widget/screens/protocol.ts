import type { InstitutionMark } from '../../state/institution.ts';
import type { ScreenName, ScreenValues, WidgetAction } from '../../state/scenario.ts';

export type { ScreenName, ScreenValues, WidgetAction } from '../../state/scenario.ts';

/**
 * What the page and its backend exchange. The page knows no rule of the widget: it draws a screen, sends the user's
 * actions, and performs effects.
 *
 * 1. The page posts its own address to `/sandbox/widget` and gets a reply.
 * 2. It performs the effects in order, draws the screen, and waits for the user, or does `next` by itself.
 * 3. An action goes to `/sandbox/widget/{id}`, and the reply begins again at 2. `turn` is the number of the reply that
 *    the action answers: an action that is sent again, because its reply was lost, gets the same reply and acts once.
 */
export interface WidgetReply {
  readonly id: string;
  readonly turn: number;
  readonly effects: readonly Effect[];
  readonly screen: Screen;
  /** What the page does by itself unless the user is quicker; `null`: it waits. */
  readonly next: NextAction | null;
  /** What to post to the host when the page itself notices something. */
  readonly signals: { readonly offline: Effect; readonly online: Effect; readonly resize: Effect };
  /** What the page shows while the backend cannot be reached. */
  readonly offline: { readonly text: string; readonly retry: string };
}

/** An action that the page takes by itself: the bank is working, or a scenario drives. */
export interface NextAction extends WidgetAction {
  /** `scenario`: the page waits as soon as the user acts. */
  readonly by: 'bank' | 'scenario';
  /** Milliseconds of real time. */
  readonly afterMs: number;
}

/** What the page does besides drawing. */
export type Effect =
  | PostEffect
  | { readonly kind: 'navigate'; readonly url: string; readonly window: 'frame' | 'top' }
  | { /** For developers, in the console. */ readonly kind: 'log'; readonly text: string };

/** Posts to the host: an object, or a string with `stringify=true` or `webview=true`. */
export interface PostEffect {
  readonly kind: 'post';
  readonly message: unknown;
  readonly to: 'parent' | 'webview';
}

/** One screen of the widget, as data. */
export interface Screen {
  readonly name: ScreenName;
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark' | 'system' | null;
  readonly title: string;
  /** The bank that the screen belongs to. */
  readonly institution: { readonly label: string; readonly mark: InstitutionMark | null } | null;
  /** The names of the two buttons in the header; `null` where there is none. */
  readonly back: string | null;
  readonly close: string | null;
  /** The sandbox banner: it states that this is no bank. */
  readonly banner: string;
  readonly blocks: readonly Block[];
}

/** One part of a screen. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'alert'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'busy'; readonly text: string }
  | {
      readonly kind: 'form';
      readonly action: string;
      readonly fields: readonly Field[];
      readonly submit: string;
    }
  | ChoicesBlock
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | {
      /** What only a sandbox shows. */ readonly kind: 'hint';
      readonly title: string;
      readonly isOpen: boolean;
      readonly items: readonly Hint[];
    };

/** The institutions: a grid of popular ones, a search, and the whole list. */
export interface ChoicesBlock {
  readonly kind: 'choices';
  readonly action: string;
  readonly search: string;
  readonly popular: string;
  readonly all: string;
  readonly nothing: string;
  readonly choices: readonly InstitutionChoice[];
}

/** One institution to choose. */
export interface InstitutionChoice extends Choice {
  readonly mark: InstitutionMark | null;
  readonly isPopular: boolean;
}

/** A line of help for developers and testers; a press fills it in, where there is something to fill in. */
export interface Hint {
  readonly label: string;
  readonly note: string;
  readonly fill: ScreenValues | null;
}

/** Something to fill in. */
export type Field =
  | { readonly kind: 'text' | 'password' | 'date'; readonly name: string; readonly label: string }
  | { readonly kind: 'file'; readonly name: string; readonly label: string }
  | {
      /** `report`: the action that each change is sent as. */ readonly kind: 'check';
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
