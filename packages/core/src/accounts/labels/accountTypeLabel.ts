import { isFrench } from '../../internal/locale.ts';
import { accountTypeLabelsEn } from './accountLabels.en.ts';
import { accountTypeLabelsFrCA } from './accountLabels.frCA.ts';

/**
 * An account type for people, in French for any French locale and else in English. A type that Flinks' table does not
 * list comes back in its own words: `PropertyInsurance` as `Property insurance`.
 */
export function accountTypeLabel(type: string, locale: string): string {
  const labels: Readonly<Record<string, string>> = isFrench(locale)
    ? accountTypeLabelsFrCA
    : accountTypeLabelsEn;
  return Object.hasOwn(labels, type) ? (labels[type] ?? type) : formatAccountType(type);
}

/** A type of Flinks in its own words, for one that no table lists: `PropertyInsurance` as `Property insurance`. */
export function formatAccountType(type: string): string {
  const words = type.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
