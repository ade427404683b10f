import { foldWords } from '../../internal/foldText.ts';

/**
 * Does a title name a registered plan, a loan or a prepaid card, in either language? Whole words only: a "Visa Debit"
 * account is a chequing account, and so is the one that a pension is paid into.
 */
export function suggestsNoEft(title: string | null): boolean {
  return title !== null && noEftTitle.test(foldWords(title));
}

const noEftTitle = new RegExp(
  `(?<![a-z])(${[
    'rrsps?|reer|rsp|lrsp|rlsp|reir|tfsas?|celi|fhsas?|celiapp|resps?|reee|rdsps?|reei|dpsps?|rpdb|prpp|rpac|vrsps?|rver|rpp|rpa',
    'rrifs?|ferr|lrif|rlif|prif|liras?|cri|lif|frvr?',
    'tax free savings|libre d.impot|first home savings|premiere propriete|(?<!non |not )(registered|enregistre[es]?)',
    '(retirement|pension) (savings|plan|fund|income)|epargne retraite|(regime|fonds) de (retraite|pension)|^pensions?[^a-z]*$',
    'education savings|epargne etudes|locked in|immobilise[es]*',
    'gics?|cpg|term deposits?|depots? a terme|guaranteed investment|certificates?|certificats?|placements? garantis?',
    'loans?|prets?|emprunts?|financings?|financements?|mortgages?|hypo|hypotheque|hypothecaire',
    'lines? of credit|(credit|equity) lines?|(ligne|marge)s? (de )?credit|heloc|loc|plc',
    'credit cards?|cartes? (de )?credit|gift cards?|cartes? cadeaux?|pre ?(paid|paye?e?s?)|reloadable|rechargeables?',
  ].join('|')})(?![a-z])`,
);
