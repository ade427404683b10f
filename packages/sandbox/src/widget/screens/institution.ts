import { findInstitution } from '../../bank/find.ts';
import type { ScreenRules } from './context.ts';
import { openInstitution } from './transitions.ts';

/** The institutions of the country: popular ones, and a list to search. */
export const institution: ScreenRules = {
  enter: ({ postStep }) => postStep('COMPONENT_LOAD_INSTITUTION_SELECTOR', { cached: false }),
  show: ({ state: { settings }, widgetSession: { parameters }, texts }) => ({
    title: texts.institutionTitle,
    back: parameters.consentEnable ? 'consent' : undefined,
    blocks: [
      {
        kind: 'choices',
        action: 'choose',
        search: texts.search,
        popular: texts.popular,
        all: texts.otherInstitutions,
        nothing: texts.noInstitution,
        choices: settings.institutions
          .filter(({ country }) => country === parameters.institutionsLocation)
          .map(({ name, title, kind, mark, isPopular }) => ({
            value: name,
            label: title[parameters.language],
            note: kind === 'disabled' ? texts.closedInstitution : undefined,
            mark,
            isPopular,
          })),
      },
      ...(settings.upload === 'fallback'
        ? [
            {
              kind: 'buttons',
              buttons: [{ action: 'not-listed', label: texts.notListed, look: 'plain' }],
            } as const,
          ]
        : []),
    ],
  }),
  actions: {
    choose(context, values) {
      const chosen = findInstitution(context.state.settings, values.text('choice'));
      if (chosen === undefined) return;
      context.postStep('INSTITUTION_SELECTED', { institution: chosen.name });
      openInstitution(context, chosen);
    },
    'not-listed': ({ goTo }) => goTo('upload'),
  },
};
