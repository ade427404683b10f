import { plainText } from './plainText.ts';

/** A text without accents and capitals, to compare by. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a bank's label, to match rules by: one space between two, whatever stood there, and `T.F.S.A.` is one. */
export const foldWords = (text: string): string =>
  foldText(plainText(text))
    .replace(/[ _-]+/g, ' ')
    .replace(/(?<=(?<![a-z])[a-z])[. ]+(?=[a-z](?![a-z]))/g, '');
