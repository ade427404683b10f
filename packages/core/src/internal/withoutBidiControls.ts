/**
 * A text of a bank's without the controls that embed, override or isolate: one of them ends the isolation around the text
 * (`<bdi>`, U+2068), and the rest reorders the page's own words.
 */
export const withoutBidiControls = (text: string): string =>
  text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
