import { foldText } from '../internal/foldText.ts';
import type { Institution } from './institution.ts';

/**
 * The institutions whose name has every word of `text`, best first: the name begins with the text, a word of it does,
 * then any other place. Accents, case and punctuation are ignored. All of them, unchanged, without a word to search for.
 *
 * @example
 * searchInstitutions(institutions, 'quebec caisse'); // finds "Caisse Québec"
 */
export function searchInstitutions(list: readonly Institution[], text: string): readonly Institution[] {
  const wanted = fold(text);
  if (wanted === '') return list;
  const words = wanted.split(' ');
  const ranks: Institution[][] = [[], [], []];
  const names = foldedNames(list);
  list.forEach((institution, index) => {
    const name = names[index] ?? '';
    if (!words.every((word) => name.includes(word))) return;
    const startsWords = words.every((word) => ` ${name}`.includes(` ${word}`));
    ranks[name.startsWith(wanted) ? 0 : startsWords ? 1 : 2]?.push(institution);
  });
  return ranks.flat();
}

/** Folded once for each list: a list has thousands of names, and is searched at each key. */
function foldedNames(list: readonly Institution[]): readonly string[] {
  const known = foldedLists.get(list) ?? list.map(({ name }) => fold(name));
  foldedLists.set(list, known);
  return known;
}

const foldedLists = new WeakMap<readonly Institution[], readonly string[]>();

const fold = (text: string): string =>
  foldText(text)
    .replace(/['’.]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
