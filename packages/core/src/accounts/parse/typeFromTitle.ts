import type { KnownAccountType } from './accountTypes.ts';

/**
 * Guesses a type from the bank's own label, in English or French, for bodies that carry no `Type`. The words are
 * those of Flinks' older title rules, tried in the order that lets the longer name win (docs/flinks/api.md 4.2).
 */
export function typeFromTitle(title: string): KnownAccountType | null {
  const words = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const rule = titleRules.find(([pattern]) => pattern.test(words));
  return rule === undefined ? null : rule[1];
}

// Whole words only: "line of credit" is not a credit card, and "Nivisage" is no Visa.
const titleRules: readonly (readonly [RegExp, KnownAccountType])[] = [
  [/\b(line of credit|marge de credit)\b/, 'LineOfCredit'],
  [/\b(tax[- ]free savings|libre d.impot|tfsa|celi)\b/, 'TFSA'],
  [/\b(rrsp|reer)\b/, 'RRSP'],
  [/\b(fhsa|celiapp|first home savings)\b/, 'FHSA'],
  [/\b(chequing|checking|cheques?)\b/, 'Chequing'],
  [/\b(savings?|epargne)\b/, 'Savings'],
  [/\b(credit card|carte de credit|visa|mastercard)\b/, 'CreditCard'],
  [/\b(mortgage|hypotheque|pret hypothecaire)\b/, 'Mortgage'],
  [/\b(personal loan|pret personnel)\b/, 'LoanPersonal'],
];
