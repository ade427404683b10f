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

/**
 * The hue of a name in degrees: always the same one, and 47 degrees from that of a name with the next last letter. Flinks'
 * key of a bank has that of its name, so that the colour stays when the name arrives.
 */
export function hueOf(name: string): number {
  let hue = 0;
  for (const character of name.toLowerCase().replaceAll(' ', ''))
    hue = (hue * 61 + character.charCodeAt(0) * 47) % 360;
  return hue;
}
