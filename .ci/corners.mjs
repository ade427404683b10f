// Stories are looked at in two languages, themes, directions and widths. All sixteen at each change would be slow, so
// CI takes these five, in which every two of the four meet in all their combinations. `test:matrix` takes all.
// In the first look of a run the stories are rendered and played; then they change to the others, and axe looks again.
export const corners = [
  { locale: 'en', looks: ['light ltr desktop', 'dark rtl phone'] },
  { locale: 'fr-CA', looks: ['light rtl phone', 'dark ltr phone', 'dark rtl desktop'] },
];

/** What a Storybook run of one language needs to know. */
export const storybookVariables = ({ locale, looks }) => ({
  STORYBOOK_LOCALE: locale,
  STORYBOOK_LOOKS: looks.join(', '),
});
