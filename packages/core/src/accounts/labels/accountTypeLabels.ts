import { accountTypeLabelsEn } from './accountTypeLabels.en.ts';
import { accountTypeLabelsFrCA } from './accountTypeLabels.frCA.ts';
import type { KnownAccountType } from '../parse/accountTypes.ts';
import { typeInWords } from './typeInWords.ts';

/**
 * An account type for people, in French for any French locale and else in English. A type that Flinks' table does not
 * list comes back in its own words: `PropertyInsurance` as `Property insurance`.
 */
export function accountTypeLabel(type: string, locale: string): string {
  const labels: Readonly<Record<string, string>> = locale.toLowerCase().startsWith('fr')
    ? accountTypeLabelsFrCA
    : accountTypeLabelsEn;
  return Object.hasOwn(labels, type) ? (labels[type] ?? type) : typeInWords(type);
}

/** The words for every type that Flinks lists. */
export type AccountTypeLabels = Readonly<Record<KnownAccountType, string>>;
