// Stories are checked in two languages, themes and widths. All eight at each change would be slow, so `npm test` takes
// these four, a pairwise matrix: every two of the three factors meet in all their combinations. `npm run test:hosts`
// takes all. A story is rendered and played in the first appearance of a language; then it is switched to the others,
// and axe checks it again.
export const pairwise = {
  en: ['light desktop', 'dark phone'],
  'fr-CA': ['light phone', 'dark desktop'],
};

/** Every theme at every width, in both languages; `theme` is the one that stories are rendered in. */
export const everyAppearance = (theme) => {
  const appearances = ['desktop', 'phone'].map((width) => `${theme} ${width}`);
  return { en: appearances, 'fr-CA': appearances };
};
