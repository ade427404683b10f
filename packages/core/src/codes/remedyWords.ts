import type { KnownFlinksCode } from '../wire/flinksCodes.ts';
import type { RemedyAction, RemedySource } from './remedy.ts';

/** The words for every code in one language. */
export interface RemedyWords {
  readonly codes: Readonly<Record<KnownFlinksCode, CodeWords>>;
  /** For a code that nobody knows. */
  readonly unknown: CodeWords;
  /** What follows from where it happened: one sentence at the end. */
  readonly places: Readonly<Record<RemedySource, string>>;
  /** What to write on a button; `null` for no button. */
  readonly actions: Readonly<Record<RemedyAction, string | null>>;
}

/** A title and a sentence; a place where the code means something else has its own. */
export type CodeWords = Words & { readonly [Source in RemedySource]?: Words };

interface Words {
  readonly title: string;
  readonly body: string;
}
