/**
 * One or two letters for a name: the first of its first two words, so that `FlinksCapital` and `Flinks Capital` have the
 * same. A name of one short word in capitals (`TD`) is its own monogram.
 */
export function monogramOf(name: string): string {
  if (/^\p{Lu}{2,3}$/u.test(name)) return name;
  const words = name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const initials = words.match(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu) ?? [];
  return initials.slice(0, 2).join('').toLocaleUpperCase();
}

/** The hue of a name in degrees: always the same one, and similar names get different ones. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const character of name.toLowerCase()) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  // Steps of 137.5 degrees, the golden angle, spread similar hashes over the whole circle.
  return Math.round((hash * 137.5) % 360);
}
