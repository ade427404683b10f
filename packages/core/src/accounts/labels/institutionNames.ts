import { isFrench } from '../../internal/locale.ts';

/**
 * The name behind a Canadian institution *number* (the `III` of `0IIITTTTT`), or `null` for one we do not list. This
 * is not Flinks' `InstitutionId`, which counts differently (there 3 is RBC and 1 is BMO; docs/flinks/api.md 2.12).
 */
export function institutionName(institutionNumber: string, locale: string): string | null {
  const entry = institutionNames.get(institutionNumber);
  if (entry === undefined) return null;
  return isFrench(locale) ? entry.fr : entry.en;
}

/**
 * Numbers are given out by Payments Canada. Each of these stands in the public lists of smmratnow/xxxdmo and, most of
 * them, of Kraken's help centre (article 115012377707) or cityssm/get-canadian-bank-name; read on 2026-11-22. 016 is
 * kept since old accounts still carry it. Small institutions are left out: a wrong name is worse than none.
 */
export const institutionNames: ReadonlyMap<string, { readonly en: string; readonly fr: string }> = new Map([
  ['001', { en: 'Bank of Montreal', fr: 'Banque de Montréal' }],
  ['002', { en: 'Scotiabank', fr: 'Banque Scotia' }],
  ['003', { en: 'Royal Bank of Canada', fr: 'Banque Royale du Canada' }],
  ['004', { en: 'TD Canada Trust', fr: 'TD Canada Trust' }],
  ['006', { en: 'National Bank of Canada', fr: 'Banque Nationale du Canada' }],
  ['010', { en: 'CIBC', fr: 'Banque CIBC' }],
  ['016', { en: 'HSBC Bank Canada', fr: 'Banque HSBC Canada' }],
  ['030', { en: 'Canadian Western Bank', fr: 'Banque canadienne de l’Ouest' }],
  ['039', { en: 'Laurentian Bank of Canada', fr: 'Banque Laurentienne du Canada' }],
  ['219', { en: 'ATB Financial', fr: 'ATB Financial' }],
  ['326', { en: 'President’s Choice Financial', fr: 'Services financiers le Choix du Président' }],
  ['338', { en: 'Canadian Tire Bank', fr: 'Banque Canadian Tire' }],
  ['540', { en: 'Manulife Bank of Canada', fr: 'Banque Manuvie du Canada' }],
  ['614', { en: 'Tangerine', fr: 'Tangerine' }],
  ['621', { en: 'Peoples Trust Company', fr: 'Compagnie de Fiducie Peoples' }],
  ['623', { en: 'Equitable Trust', fr: 'Compagnie de Fiducie Équitable' }],
  [
    '809',
    { en: 'Central 1 Credit Union (British Columbia)', fr: 'Central 1 Credit Union (Colombie-Britannique)' },
  ],
  ['815', { en: 'Desjardins', fr: 'Desjardins' }],
  ['828', { en: 'Central 1 Credit Union (Ontario)', fr: 'Central 1 Credit Union (Ontario)' }],
  ['829', { en: 'Caisses populaires de l’Ontario', fr: 'Caisses populaires de l’Ontario' }],
  ['837', { en: 'Meridian Credit Union', fr: 'Meridian Credit Union' }],
  ['839', { en: 'Atlantic Central', fr: 'Atlantic Central' }],
  ['865', { en: 'Caisses populaires acadiennes', fr: 'Caisses populaires acadiennes' }],
  ['879', { en: 'Credit Union Central of Manitoba', fr: 'Credit Union Central of Manitoba' }],
  ['889', { en: 'Credit Union Central of Saskatchewan', fr: 'Credit Union Central of Saskatchewan' }],
  ['899', { en: 'Credit Union Central Alberta', fr: 'Credit Union Central Alberta' }],
]);
