import { foldText } from '../../internal/foldText.ts';

/**
 * Does a title name a registered plan, a loan or a prepaid card, in either language? Whole words only: a "Visa Debit"
 * account is a chequing account.
 */
export function suggestsNoEft(title: string | null): boolean {
  // `R.R.S.P.` is one word.
  return title !== null && noEftTitle.test(foldText(title.normalize('NFKC')).replace(/(?<=\b[a-z])\./g, ''));
}

const noEftTitle = new RegExp(
  `\\b(${[
    'rrsps?|reer|spousal rsp|rsp|tfsas?|celi|fhsas?|celiapp|resps?|reee|rdsps?|reei|rrifs?|ferr|liras?|cri|lif|frv|prpp|rpac',
    'tax[- ]free savings|libre d.impot|first home savings|premiere propriete|registered|enregistre[es]?',
    'retirement savings|epargne[- ]retraite|education savings|epargne[- ]etudes|locked[- ]in|immobilise',
    'gics?|cpg|term deposits?|depots? a terme',
    'loans?|pret|prets|mortgages?|hypotheque|hypothecaire|lines? of credit|marges? de credit|heloc',
    'credit cards?|cartes? de credit|prepaid|pre[- ]?paye?e?s?',
  ].join('|')})\\b`,
);
