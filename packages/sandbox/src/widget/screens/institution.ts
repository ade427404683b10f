import { findInstitution, institutions } from '../../bank/institution.ts';
import { openInstitution } from './openInstitution.ts';
import type { ScreenRules } from './context.ts';

/** The list of institutions: search, one that is closed, one that opens its own window. */
export const institution: ScreenRules = {
  enter: ({ say }) => say('COMPONENT_LOAD_INSTITUTION_SELECTOR', { cached: false }),
  show: ({ state, widgetSession: { parameters }, texts }) => ({
    title: texts.institutionTitle,
    back: parameters.consentEnable ? 'consent' : undefined,
    blocks: [
      {
        kind: 'choices',
        action: 'choose',
        search: texts.search,
        nothing: texts.noInstitution,
        choices: institutions
          .filter(({ country }) => country === parameters.institutionsLocation)
          .map(({ name, title, kind }) => ({
            value: name,
            label: title[parameters.language],
            note: kind === 'disabled' ? texts.closedInstitution : undefined,
          })),
      },
      ...(state.settings.upload === 'fallback'
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
      const chosen = findInstitution(values.text('choice'));
      if (chosen === undefined) return;
      context.say('INSTITUTION_SELECTED', { institution: chosen.name });
      openInstitution(context, chosen);
    },
    'not-listed': ({ go }) => go('upload'),
  },
};
