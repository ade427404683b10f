/**
 * A bank's text inside a sentence. Text that may change the direction of writing is wrapped in isolates (U+2068,
 * U+2069), so that it cannot reorder the sentence around it. In an element of its own use `<bdi>` instead.
 */
export function isolate(text: string): string {
  return mayChangeDirection.test(text) ? `\u2068${text}\u2069` : text;
}

// Right-to-left scripts, and the controls that override, embed or isolate. What else is in the last range needs no isolates
// and is not harmed by them.
const mayChangeDirection = /[\p{Bidi_C}\u0590-\u08FF\uFB1D-\uFEFC]/u;
