import { foldWords } from '../../internal/foldText.ts';
import { accountCategories, type AccountCategory } from './account.ts';
import { categoryByType, categoryOfType, type KnownAccountType } from './accountTypes.ts';

/** What an account is: where it belongs, and Flinks' type in its current spelling. */
export interface AccountClass {
  readonly category: AccountCategory;
  readonly type: string | null;
}

/**
 * Reads category and type from what Flinks sent, in any spelling seen in the wild. Flinks' own category wins; one
 * that is missing or unknown follows from the type, and a missing type from the title, as long as it does not
 * contradict the category. What has no home is `Other` (docs/flinks/api.md 4.2, 13 rows 7 and 8).
 */
export function classifyAccount(
  category: string | null,
  type: string | null,
  title: string | null,
): AccountClass {
  const sentCategory = readCategory(category);
  // Old pages of Flinks swap the two fields, so each is also tried as the other.
  const swapped = sentCategory === null && readCategory(type) !== null;
  const sentType = readType(swapped ? null : type) ?? (sentCategory === null ? knownType(category) : null);
  const home = sentCategory ?? (swapped ? readCategory(type) : null);
  if (sentType !== null) {
    return { category: home ?? categoryOfType(sentType) ?? 'Other', type: sentType };
  }
  const guess = title === null ? null : guessTypeFromTitle(title);
  if (guess === null) return { category: home ?? 'Other', type: null };
  const guessedHome = categoryOfType(guess);
  if (home !== null && home !== guessedHome) return { category: home, type: null };
  return { category: guessedHome ?? 'Other', type: guess };
}

/** Did Flinks send a category that we know, in either of the two fields? If not, `classifyAccount` infers one. */
export function hasCategory(category: string | null, type: string | null): boolean {
  return readCategory(category) !== null || readCategory(type) !== null;
}

function readCategory(sent: string | null): AccountCategory | null {
  if (sent === null) return null;
  return categoryBySpelling.get(sent) ?? categoryBySpelling.get(squash(sent)) ?? null;
}

function readType(sent: string | null): string | null {
  if (sent === null || categoryByType.has(sent)) return sent;
  return typeBySpelling.get(squash(sent)) ?? sent;
}

function knownType(sent: string | null): string | null {
  const type = readType(sent);
  return type !== null && categoryByType.has(type) ? type : null;
}

function squash(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const categoryBySpelling = new Map<string, AccountCategory>([
  ...accountCategories.map((category) => [category, category] as const),
  ...accountCategories.map((category) => [squash(category), category] as const),
  ['operation', 'Operations'],
  ['credit', 'Credits'],
  ['product', 'Products'],
  ['others', 'Other'],
]);

const typeBySpelling = new Map<string, string>([
  ...[...categoryByType.keys()].map((type) => [squash(type), type] as const),
  ['checking', 'Chequing'],
  ['chequings', 'Chequing'],
  ['saving', 'Savings'],
  ['studentloan', 'LoanStudent'],
  ['personalloan', 'LoanPersonal'],
]);

/*
 * Guesses a type from the bank's own label, in English or French, for bodies that carry no `Type`. The words are
 * those of Flinks' older title rules, tried in the order that lets the longer name win (docs/flinks/api.md 4.2).
 */
function guessTypeFromTitle(title: string): KnownAccountType | null {
  const folded = foldWords(title);
  const rule = titleRules.find(([pattern]) => pattern.test(folded));
  return rule === undefined ? null : rule[1];
}

// A digit or a sign ends a word as well (`TFSA2`).
const words = (choices: string): RegExp => new RegExp(`(?<![a-z])(${choices})(?![a-z])`);

// Whole words only: "line of credit" is not a credit card, and "Nivisage" is no Visa.
const titleRules: readonly (readonly [RegExp, KnownAccountType])[] = [
  [words('line of credit|marge de credit'), 'LineOfCredit'],
  [words('tax free savings|libre d.impot|tfsa|celi'), 'TFSA'],
  [words('rrsp|reer'), 'RRSP'],
  [words('fhsa|celiapp|first home savings'), 'FHSA'],
  [words('chequing|checking|cheques?'), 'Chequing'],
  [words('savings?|epargne'), 'Savings'],
  [words('credit card|carte de credit|visa|mastercard'), 'CreditCard'],
  [words('mortgage|hypotheque|pret hypothecaire'), 'Mortgage'],
  [words('personal loan|pret personnel'), 'LoanPersonal'],
];
