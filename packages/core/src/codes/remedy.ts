import type { KnownFlinksCode } from '../wire/flinksCodes.ts';

/** Where a code was met. The same code means different things in different places. */
export type RemedySource =
  /** Posted by the widget: the user is looking at it, and it offers its own retry. */
  | 'widget'
  /** Answered by Authorize: opening or refreshing a saved connection. */
  | 'authorize'
  /** Answered by a data call, its asynchronous form or a webhook. */
  | 'data'
  /** Answered while asking for the one-time token that opens the widget. */
  | 'token';

/** Who has to act. `user` may have to act at their bank, as the action shows. */
export type RemedyActor = 'user' | 'bank' | 'flinks' | 'developer' | 'none';

/** What to press, if anything. */
export type RemedyAction =
  | 'try-again'
  | 'reconnect'
  | 'start-over'
  | 'choose-other-bank'
  | 'go-to-bank'
  | 'contact-bank'
  | 'contact-support'
  | 'upload-again'
  | 'wait'
  | 'none';

/** What is known about a code in one place, without words. */
export interface RemedyFacts {
  readonly who: RemedyActor;
  /** Whether the same attempt may succeed now, later, or never without something else changing first. */
  readonly retry: 'now' | 'later' | 'never';
  readonly action: RemedyAction;
}

/** What a code of Flinks means for the user, and what can be done. */
export interface Remedy extends RemedyFacts {
  /** As Flinks sent it. */
  readonly flinksCode: string;
  readonly source: RemedySource;
  readonly title: string;
  readonly body: string;
  /** What to write on a button; `null` where there is nothing to press. */
  readonly actionLabel: string | null;
}

/** The words for every code in one language. */
export interface RemedyWords {
  readonly codes: Readonly<Record<KnownFlinksCode, CodeWords>>;
  /** For an unknown code. */
  readonly unknown: CodeWords;
  /** What follows from where it happened: one sentence at the end. */
  readonly places: Readonly<Record<RemedySource, string>>;
  /** What to write on a button; `null` for no button. */
  readonly actions: Readonly<Record<RemedyAction, string | null>>;
}

/** A title and a sentence; a place where the code means something else has its own. */
export type CodeWords = CodeText & { readonly [Source in RemedySource]?: CodeText };

/** What a user reads about a code. */
export interface CodeText {
  readonly title: string;
  readonly body: string;
}
