import { describeRemedy } from './describeRemedy.ts';
import type { Remedy, RemedySource } from './remedy.ts';
import { remedyWordsEn } from './remedyWords.en.ts';
import { remedyWordsFrCA } from './remedyWords.frCA.ts';

/**
 * What to tell a person about a code of Flinks: who must act, whether to retry now, later or never, a title, a
 * sentence and what to press. The same code means different things at the widget, at Authorize, at a data call and
 * at the token: `source` decides. In French for any French locale, else in English.
 */
export function describeFlinksCode(
  flinksCode: string,
  options: { readonly source: RemedySource; readonly locale: string },
): Remedy {
  const french = options.locale.toLowerCase().startsWith('fr');
  return describeRemedy(flinksCode, options.source, french ? remedyWordsFrCA : remedyWordsEn);
}
