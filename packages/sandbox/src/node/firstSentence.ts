/** The first sentence of an error: Node adds a hint for values that begin with a dash. */
export const firstSentence = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.\s.*/s, '');
