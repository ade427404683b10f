/** A type of Flinks in its own words, for one that no table lists: `PropertyInsurance` as `Property insurance`. */
export function typeInWords(type: string): string {
  const words = type.replaceAll(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
